import { and, eq, inArray } from "drizzle-orm"
import { db } from "@/db/engine"
import { counters } from "@/db/schema/platform"
import type { Ctx } from "./context"

/*
 * Work of many transactions, each a change of its own, that goes on where it stood when its process
 * was killed. The place is kept in the same transactions, so no step is lost or made twice, not even
 * by two processes at once.
 */
const startOf = (name: string) => `${name}.started`
const stepOf = (name: string) => `${name}.step`

/**
 * In the transaction that the steps follow.
 * @param startedAt what the steps reckon from
 */
export async function beginSteps(ctx: Ctx, name: string, startedAt: Date): Promise<void> {
  await ctx.tx.insert(counters).values([
    { name: startOf(name), value: startedAt.getTime() },
    { name: stepOf(name), value: 0 },
  ])
}

/** When the steps began that have not come to their end; null when there are none. */
export async function unfinishedSince(name: string): Promise<Date | null> {
  const query = db()
    .select()
    .from(counters)
    .where(eq(counters.name, startOf(name)))
  const [row] = await query
  return row ? new Date(row.value) : null
}

/** In the step's own transaction. @returns false when it was made before: nothing is to be done */
export type First = (ctx: Ctx) => Promise<boolean>

/** Something that happened in the past that is made. */
export interface Step {
  when: Date
  make(first: First): Promise<unknown>
}

/** Makes those of the steps that were not made before, in the order of their times. */
export async function makeSteps(name: string, steps: readonly Step[]): Promise<void> {
  const inOrder = steps.toSorted((a, b) => a.when.getTime() - b.when.getTime())
  for (const [index, { make }] of inOrder.entries()) await make((ctx) => takeStep(ctx, name, index))
}

async function takeStep(ctx: Ctx, name: string, index: number): Promise<boolean> {
  const taken = await ctx.tx
    .update(counters)
    .set({ value: index + 1 })
    .where(and(eq(counters.name, stepOf(name)), eq(counters.value, index)))
    .returning({ name: counters.name })
  return taken.length > 0
}

/** In the last transaction. */
export async function endSteps(ctx: Ctx, name: string): Promise<void> {
  await ctx.tx.delete(counters).where(inArray(counters.name, [startOf(name), stepOf(name)]))
}
