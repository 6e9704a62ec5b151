import { sql } from "drizzle-orm"
import { counters } from "@/db/schema/platform"
import { dayIn } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { settingsIn } from "@/lib/platform/settings"

/** Whoever writes a ticket takes turns, so that numbers follow each other without a gap. */
export const numberLock = "tickets.number"

/** As it is written everywhere: GD20261124-03. */
export const numberOf = (id: number): string => {
  const figures = String(id)
  return `GD${figures.slice(0, 8)}-${figures.slice(8)}`
}

/** Day, dash, running number of the day; the address has it without the dash. */
export const numberPattern = /GD(\d{8}-\d{2,4})/

/** In an address: with its letters and dash or without. 0 is no ticket. */
export const idOfNumber = (text: string): number => {
  const [, day = "", nth = ""] = /^(?:GD)?(\d{8})-?(\d{2,4})$/i.exec(text) ?? []
  return Number(day + nth)
}

/**
 * The next number of the day, in company time. The counter only grows, so no number is given
 * again; a transaction that is undone takes its number back with it.
 */
export async function nextNumber(ctx: Ctx): Promise<number> {
  const { timeZone } = (await settingsIn(ctx.tx)).company
  const day = dayIn(timeZone, ctx.now).replaceAll("-", "")
  const [row] = await ctx.tx
    .insert(counters)
    .values({ name: `tickets.${day}`, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value })
  return Number(day + String(row?.value ?? 1).padStart(2, "0"))
}
