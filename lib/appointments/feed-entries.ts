import { and, asc, eq, gt, gte, isNull, or } from "drizzle-orm"
import type { Db } from "@/db/database"
import { appointments } from "@/db/schema/appointments"
import type { PersonActor } from "@/lib/platform/actor"
import type { FeedEntry, Span } from "@/lib/platform/calendar-source"
import { type Appointment, withChanges } from "./appointment"
import { changedOccurrence } from "./occurrences"

const most = 3_000

/**
 * Somebody's appointments for their subscribed calendars. What was taken out is said for as long as
 * it would have been shown, so that programs that keep what they read hear of it.
 */
export async function feedEntries(
  on: Db,
  { personId }: PersonActor,
  { from }: Span,
): Promise<FeedEntry[]> {
  const rows = await on
    .select()
    .from(appointments)
    .where(
      and(
        eq(appointments.personId, personId),
        or(isNull(appointments.lastAt), gte(appointments.lastAt, from)),
        or(isNull(appointments.cancelledAt), gt(appointments.cancelledAt, from)),
      ),
    )
    .orderBy(asc(appointments.id))
    .limit(most)
  return (await withChanges(on, rows)).map(asEntry)
}

const asEntry = (found: Appointment): FeedEntry => ({
  ...{ uid: `appointment-${found.id}`, sequence: found.version - 1, changedAt: found.updatedAt },
  ...{ title: found.title, place: found.place, note: found.note, rule: found.rule },
  ...{ start: found.startAt, end: found.endAt, allDay: found.allDay, alarms: found.reminders },
  href: `/calendar/${found.id}`,
  free: found.shows === "free",
  cancelled: found.cancelledAt !== null,
  without: found.changes
    .filter((change) => changedOccurrence(change).length === 0)
    .map(({ day }) => day),
  moved: found.changes.flatMap(changedOccurrence),
})
