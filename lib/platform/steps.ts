import { and, eq, inArray } from "drizzle-orm"
import { parts } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { counters } from "@/db/schema/platform"
import { isPerson, type PersonActor } from "./actor"
import type { Ctx } from "./context"
import { type PastChange, writePast } from "./write"

/*
 * Work of many changes, some to a transaction, that goes on where it stood when its process
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

/** In the steps' own transaction. @returns false when they were made before: nothing is to be done */
async function takePlace(tx: Db, name: string, from: number, to: number): Promise<boolean> {
  const taken = await tx
    .update(counters)
    .set({ value: to })
    .where(and(eq(counters.name, stepOf(name)), eq(counters.value, from)))
    .returning({ name: counters.name })
  return taken.length > 0
}

/** In the last transaction. */
export async function endSteps(ctx: Ctx, name: string): Promise<void> {
  await ctx.tx.delete(counters).where(inArray(counters.name, [startOf(name), stepOf(name)]))
}

/** A change by a person. What it needs to know it asks of the transaction: it may run again. */
export const personStep = (
  at: Date,
  by: (db: Db) => Promise<PersonActor>,
  does: (ctx: Ctx & { actor: PersonActor }) => Promise<unknown>,
): PastChange => ({
  at,
  by,
  does: async (ctx) => {
    const { actor } = ctx
    if (isPerson(actor)) await does(Object.assign(ctx, { actor }))
  },
})

/** A change that no person asked for. */
export const systemStep = (
  at: Date,
  name: string,
  does: (ctx: Ctx) => Promise<unknown>,
): PastChange => ({ at, by: async () => ({ kind: "system", name }), does })

/** Steps of one transaction. */
const together = 40

/** All of them in the order in which they happened, whoever tells of them. */
export async function takeSteps(name: string, steps: readonly PastChange[]): Promise<void> {
  const inOrder = steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  let from = 0
  for (const part of parts(inOrder, together)) {
    const [start, end] = [from, from + part.length]
    await writePast(part, (tx) => takePlace(tx, name, start, end))
    from = end
  }
}
