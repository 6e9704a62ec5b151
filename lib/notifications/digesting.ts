import { asc, inArray, lte } from "drizzle-orm"
import { db } from "@/db/engine"
import { deliveries, digestItems } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { isWorkingDay } from "@/lib/calendar/work-time"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { settings } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"

/** Items of one transaction, and of one mail. */
const batch = 500

/**
 * Puts the daily mails into the outbox, from the company's hour of a working day on: everybody one,
 * with what happened until then. An item leaves the table with the mail that it goes into.
 */
export async function sendDigests(now = new Date()): Promise<void> {
  const calendar = await companyCalendar()
  const day = dayIn(calendar.timeZone, now)
  const { digestHour } = (await settings()).notifications
  const hour = `${String(digestHour).padStart(2, "0")}:00`
  const at = instantOf(calendar.timeZone, day, hour)
  if (!isWorkingDay(calendar, day) || now < at) return
  while (await anyUntil(at))
    await writeAsSystem("notifications.digest", (ctx) => putAway(ctx, day, at), {
      now,
      lock: "notifications.digest",
    })
}

const anyUntil = async (at: Date): Promise<boolean> =>
  (
    await db()
      .select({ id: digestItems.id })
      .from(digestItems)
      .where(lte(digestItems.at, at))
      .limit(1)
  ).length > 0

async function putAway(ctx: Ctx, day: string, at: Date): Promise<void> {
  const items = await ctx.tx
    .select()
    .from(digestItems)
    .where(lte(digestItems.at, at))
    .orderBy(asc(digestItems.personId), asc(digestItems.id))
    .limit(batch)
  const byPerson = Map.groupBy(items, ({ personId }) => personId)
  // A full batch ends within somebody's items: theirs go together, in the next one.
  const last = items.at(-1)?.personId ?? 0
  if (items.length === batch && byPerson.size > 1) byPerson.delete(last)
  const addresses = await addressesOf(ctx, [...byPerson.keys()])
  for (const [personId, own] of byPerson) {
    const address = addresses.get(personId)
    if (!address) continue
    await ctx.tx.insert(deliveries).values({
      // A person with more than fits into one mail gets another.
      key: `digest:${personId}:${day}:${own[0]?.id}`,
      ...{ channel: "email", personId, address, template: "digest", dueAt: ctx.now },
      payload: JSON.stringify({ eventIds: own.map(({ eventId }) => eventId) }),
    })
  }
  const ids = [...byPerson.values()].flat().map(({ id }) => id)
  if (ids.length > 0) await ctx.tx.delete(digestItems).where(inArray(digestItems.id, ids))
}

async function addressesOf(ctx: Ctx, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(rows.map(({ id, email }) => [id, email]))
}
