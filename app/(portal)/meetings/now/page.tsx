import { InstantMeeting } from "@/components/meetings/instant-meeting"
import { pageActor } from "@/lib/platform/session"

export default async function InstantMeetingPage() {
  return <InstantMeeting actor={await pageActor()} />
}
