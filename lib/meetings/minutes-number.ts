import { sql } from "drizzle-orm"
import { counters } from "@/db/schema/platform"
import { dayIn } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { settings } from "@/lib/platform/settings"

/** Whoever publishes minutes takes turns, so that numbers follow each other without a gap. */
export const numberLock = "minutes.number"

/** As it is written everywhere: JY20261107. */
export const numberOf = (number: number): string => `JY${number}`

/** In an address: with its letters or without. */
export const readNumber = (text: string): number =>
  Number(/^(?:JY)?(\d{8,12})$/i.exec(text)?.[1] ?? 0)

/** The next number of the month, in company time. A number is never given again. */
export async function nextNumber(ctx: Ctx): Promise<number> {
  const { timeZone } = (await settings()).company
  const month = dayIn(timeZone, ctx.now).slice(0, 7).replace("-", "")
  const [row] = await ctx.tx
    .insert(counters)
    .values({ name: `minutes.${month}`, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value })
  return Number(month + String(row?.value ?? 1).padStart(2, "0"))
}
