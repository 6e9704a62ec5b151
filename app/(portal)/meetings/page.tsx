import { getTranslations } from "next-intl/server"
import { MeetingsScreen } from "@/components/meetings/meetings-screen"
import { meetingFilter } from "@/lib/meetings/inputs"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata() {
  return { title: (await getTranslations("meetings"))("title") }
}

export default async function MeetingsPage({ searchParams }: PageProps<"/meetings">) {
  const filter = meetingFilter.parse({ ...(await searchParams), group: undefined })
  return <MeetingsScreen actor={await pageActor()} filter={filter} />
}
