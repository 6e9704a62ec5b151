import { ReadingAlong } from "@/components/guests/reading-along"
import { LiveScreen } from "@/components/meetings/live-screen"
import { MeetingDetail } from "@/components/meetings/meeting-detail"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import type { MeetingPage } from "@/lib/meetings/page"
import type { PersonActor } from "@/lib/platform/actor"

const mostTopics = 40

/** A meeting: what is planned, or, while it runs, what is under discussion. */
export async function MeetingScreen({ actor, page }: { actor: PersonActor; page: MeetingPage }) {
  const words = await liveWords()
  const { meeting, carried } = page
  const tasks = carried.slice(0, mostTopics).map(({ taskId }) => `task:${taskId}`)
  return (
    <LiveRegion topics={[`meeting:${meeting.id}`, ...tasks]} words={words}>
      <ReadingAlong kind="meeting" id={meeting.id} />
      {meeting.state === "live" ? (
        <LiveScreen actor={actor} page={page} />
      ) : (
        <MeetingDetail actor={actor} page={page} />
      )}
    </LiveRegion>
  )
}
