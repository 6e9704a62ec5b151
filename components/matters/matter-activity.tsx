import { getTranslations } from "next-intl/server"
import { SinceLooked } from "@/components/inbox/since-looked"
import { matterSentence } from "@/components/matters/matter-sentence"
import { LinkedText } from "@/components/shell/linked-text"
import { TimelineRow } from "@/components/ui/timeline"
import { db } from "@/db/engine"
import { when } from "@/lib/calendar/when"
import type { MatterPage } from "@/lib/matters/page"
import { unseenSince } from "@/lib/notifications/unseen"
import { namesOf } from "@/lib/people/finding"
import { type Activity, activityOf } from "@/lib/platform/activity"
import { organisation } from "@/lib/platform/organisation"
import { pageActor } from "@/lib/platform/session"

/** What happened to the matter and its sub-tasks, newest first. */
export async function MatterActivity({ page }: { page: MatterPage }) {
  const { personId } = await pageActor()
  const { id } = page.matter
  const [t, inbox, rows, since] = await Promise.all([
    getTranslations("matters.page"),
    getTranslations("notifications"),
    activityOf("matter", id),
    unseenSince(personId, "matter", id),
  ])
  return (
    <SinceLooked
      key={id}
      since={since}
      rows={await shownRows(page, rows)}
      words={{ fresh: inbox("sinceLooked"), all: t("activity"), earlier: t("activity") }}
    />
  )
}

async function shownRows(page: MatterPage, rows: readonly Activity[]) {
  const [t, times, names] = await Promise.all([
    getTranslations("matters"),
    when(),
    namesIn(page, rows),
  ])
  return rows.map((row) => ({
    id: row.id,
    row: (
      <TimelineRow
        key={row.id}
        {...(row.personId &&
          row.name && { person: { id: row.personId, name: row.name, face: row.face } })}
        when={times.feed(row.at)}
        dateTime={row.at.toISOString()}
      >
        <LinkedText text={matterSentence(row, t, names)} />
      </TimelineRow>
    ),
  }))
}

async function namesIn({ subTasks }: MatterPage, rows: readonly Activity[]) {
  const [t, times, { departments }] = await Promise.all([
    getTranslations("matters.event"),
    when(),
    organisation(db()),
  ])
  const ids = rows.flatMap(({ data }) =>
    [data.ownerId, data.supportFromId].flatMap((id) => (typeof id === "number" ? id : [])),
  )
  const people = await namesOf(db(), ids)
  return {
    person: (id: unknown) => people.get(Number(id)) ?? "",
    department: (id: unknown) => departments.get(Number(id))?.name ?? "",
    task: (id: unknown) => subTasks.find((task) => task.id === id)?.name ?? "",
    date: (at: unknown) => (typeof at === "string" ? times.date(new Date(at)) : t("never")),
  }
}
