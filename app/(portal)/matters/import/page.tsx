import { getTranslations } from "next-intl/server"
import { ImportMatters } from "@/components/matters/import-matters"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("tasks.import"))("matters") }
}

export default async function ImportMattersPage({ searchParams }: PageProps<"/matters/import">) {
  const { file, refused } = await searchParams
  return <ImportMatters actor={await pageActor()} file={file} refused={refused !== undefined} />
}
