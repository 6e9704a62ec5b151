import { getTranslations } from "next-intl/server"
import { NewMeeting } from "@/components/meetings/new-meeting"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("meetings"))("new") }
}

export default async function NewMeetingPage({ searchParams }: PageProps<"/meetings/new">) {
  const { group, follows, template } = await searchParams
  return <NewMeeting actor={await pageActor()} {...{ group, follows, template }} />
}
