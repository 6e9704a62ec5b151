import { getTranslations } from "next-intl/server"
import { SinceLooked } from "@/components/inbox/since-looked"
import { meetingSentence } from "@/components/meetings/meeting-sentence"
import { LinkedText } from "@/components/shell/linked-text"
import { TimelineRow } from "@/components/ui/timeline"
import { when } from "@/lib/calendar/when"
import type { MeetingPage } from "@/lib/meetings/page"
import { unseenSince } from "@/lib/notifications/unseen"
import { activityOf } from "@/lib/platform/activity"
import type { PersonActor } from "@/lib/platform/actor"

/** What happened to the meeting, newest first. Every row that was written would only be noise. */
const unsaid = new Set([
  "meeting.noted",
  "meeting.topic_moved",
  "meeting.attended",
  "meeting.minutes_exported",
])

export async function MeetingActivity({ page, actor }: { page: MeetingPage; actor: PersonActor }) {
  const { id } = page.meeting
  const [t, inbox, times, all, since] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("notifications"),
    when(),
    activityOf("meeting", id),
    unseenSince(actor.personId, "meeting", id),
  ])
  const rows = all.filter(({ type }) => !unsaid.has(type))
  return (
    <SinceLooked
      key={id}
      since={since}
      rows={rows.map((row) => ({
        id: row.id,
        row: (
          <TimelineRow
            key={row.id}
            {...(row.personId &&
              row.name && { person: { id: row.personId, name: row.name, face: row.face } })}
            when={times.feed(row.at)}
            dateTime={row.at.toISOString()}
          >
            <LinkedText text={meetingSentence(row, t)} />
          </TimelineRow>
        ),
      }))}
      words={{
        fresh: inbox("sinceLooked"),
        all: t("page.activity"),
        earlier: t("page.activity"),
      }}
    />
  )
}
