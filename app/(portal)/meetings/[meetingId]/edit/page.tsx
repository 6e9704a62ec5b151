import { EditMeeting } from "@/components/meetings/new-meeting"
import { pageActor } from "@/lib/platform/session"

export default async function EditMeetingPage({ params }: PageProps<"/meetings/[meetingId]/edit">) {
  return <EditMeeting actor={await pageActor()} id={Number((await params).meetingId)} />
}
