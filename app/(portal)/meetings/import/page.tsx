import { getTranslations } from "next-intl/server"
import { ImportMeetings } from "@/components/meetings/import-meetings"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("tasks.import"))("meetings") }
}

export default async function ImportMeetingsPage({ searchParams }: PageProps<"/meetings/import">) {
  const { file, refused } = await searchParams
  return <ImportMeetings actor={await pageActor()} file={file} refused={refused !== undefined} />
}
