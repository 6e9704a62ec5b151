import { and, eq, gt, inArray, isNull, lte } from "drizzle-orm"
import { db } from "@/db/engine"
import { events, ofType } from "@/db/schema/events"
import { credentials, people } from "@/db/schema/people"
import type { NewEvent } from "@/lib/platform/context"
import { dayMs } from "@/lib/platform/due-first"
import { emit } from "@/lib/platform/events"
import type { Notice } from "@/lib/platform/module"
import { settings } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"

/** Days before the end of a password on which its owner is told (trust.md). */
const warnings = [1, 7, 14]

/** The warning that is due with so many days left, if any. */
export const warningAt = (daysLeft: number): number | undefined =>
  warnings.find((days) => daysLeft <= days)

/**
 * Tells people that their password ends soon, once per warning. Safe to run at any time and twice:
 * what was said is looked up in the events.
 */
export async function warnOfPasswords(now = new Date()): Promise<void> {
  const { passwords } = await settings()
  if (passwords.expireAfter === 0) return
  const ends = await endingSoon(passwords.expireAfter, now)
  const told = await toldSince(ends)
  const due = ends.filter(({ personId, setAt, days }) => {
    const last = told.get(personId)
    return !last || last.at < setAt || Number(last.data.days) > days
  })
  if (due.length === 0) return
  await writeAsSystem("people.password_warning", async (ctx) => {
    for (const { personId, days } of due)
      emit(ctx, { type: "person.password_ending", recordId: personId, data: { days } })
  })
}

async function endingSoon(expireAfter: number, now: Date) {
  const setBy = (daysLeft: number) => new Date(now.getTime() - (expireAfter - daysLeft) * dayMs)
  const rows = await db()
    .select({ personId: credentials.personId, setAt: credentials.passwordSetAt })
    .from(credentials)
    .innerJoin(people, eq(people.id, credentials.personId))
    .where(
      and(
        isNull(people.disabledAt),
        eq(credentials.passwordExempt, false),
        lte(credentials.passwordSetAt, setBy(Math.max(...warnings))),
        gt(credentials.passwordSetAt, setBy(0)),
      ),
    )
  return rows.flatMap(({ personId, setAt }) => {
    const left = setAt ? (setAt.getTime() + expireAfter * dayMs - now.getTime()) / dayMs : 0
    const days = warningAt(left)
    return setAt && days !== undefined ? [{ personId, setAt, days }] : []
  })
}

async function toldSince(ends: readonly { personId: number; setAt: Date }[]) {
  const ids = ends.map(({ personId }) => personId)
  if (ids.length === 0) return new Map<number, { at: Date; data: Record<string, unknown> }>()
  const rows = await db()
    .select({ personId: events.recordId, at: events.at, data: events.data })
    .from(events)
    .where(and(ofType("person.password_ending"), inArray(events.recordId, ids)))
    .orderBy(events.id)
  return new Map(rows.map((row) => [row.personId, row]))
}

export const tellOwner = async (_: unknown, event: NewEvent): Promise<readonly Notice[]> => [
  { personIds: [event.recordId], category: "people.security", needsYou: true },
]
