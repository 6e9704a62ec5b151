import { getTranslations } from "next-intl/server"
import { ImportTalks } from "@/components/clients/import-talks"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("tasks.import"))("clients") }
}

export default async function ImportTalksPage({ searchParams }: PageProps<"/clients/import">) {
  const { file, refused } = await searchParams
  return <ImportTalks actor={await pageActor()} file={file} refused={refused !== undefined} />
}
