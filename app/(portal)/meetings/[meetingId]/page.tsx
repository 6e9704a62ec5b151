import { notFound } from "next/navigation"
import { MeetingScreen } from "@/components/meetings/meeting-screen"
import { meetingPage } from "@/lib/meetings/page"
import { pageActor } from "@/lib/platform/session"

export async function generateMetadata({ params }: PageProps<"/meetings/[meetingId]">) {
  const page = await meetingPage(await pageActor(), Number((await params).meetingId))
  return page ? { title: page.meeting.title } : {}
}

export default async function MeetingPage({ params }: PageProps<"/meetings/[meetingId]">) {
  const actor = await pageActor()
  const page = await meetingPage(actor, Number((await params).meetingId))
  if (!page) notFound()
  return <MeetingScreen actor={actor} page={page} />
}
