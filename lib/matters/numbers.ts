import { sql } from "drizzle-orm"
import { counters } from "@/db/schema/platform"
import { dayIn } from "@/lib/calendar/zones"
import type { Ctx } from "@/lib/platform/context"
import { settings } from "@/lib/platform/settings"

/** Whoever registers a matter takes turns, so that numbers follow each other without a gap. */
export const numberLock = "matters.number"

/** As it is written everywhere: XS20261107. */
export const numberOf = (id: number): string => `XS${id}`

/** In an address or an input: with its letters or without. */
export const idOfNumber = (text: string): number =>
  Number(/^(?:XS)?(\d{8,12})$/i.exec(text)?.[1] ?? 0)

const counterOf = (month: string): string => `matters.${month}`

/**
 * The next number of the month, in company time. A number is never given again, since the counter
 * only grows; a transaction that is undone takes its number back with it.
 */
export async function nextNumber(ctx: Ctx): Promise<number> {
  const { timeZone } = (await settings()).company
  const month = dayIn(timeZone, ctx.now).slice(0, 7).replace("-", "")
  const [row] = await ctx.tx
    .insert(counters)
    .values({ name: counterOf(month), value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value })
  return Number(month + String(row?.value ?? 1).padStart(2, "0"))
}

/** A matter that comes with its number: the counter of its month goes on after it. */
export async function keepNumber(ctx: Ctx, id: number): Promise<number> {
  const name = counterOf(String(id).slice(0, 6))
  const value = Number(String(id).slice(6))
  await ctx.tx
    .insert(counters)
    .values({ name, value })
    .onConflictDoUpdate({
      target: counters.name,
      set: {
        value: sql`case when ${counters.value} > ${value} then ${counters.value} else ${value} end`,
      },
    })
  return id
}
