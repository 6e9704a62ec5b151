import { setImmediate as turn } from "node:timers/promises"
import { and, gte, lt, sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import { db, engine } from "@/db/engine"
import { events } from "@/db/schema/events"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import { settings } from "@/lib/platform/settings"
import type { Scope } from "./scope"
import { idsAt, idsWithin, isShort, wholeLog } from "./time-search"

export const bars = 24
const day = 24 * 3_600_000
/** A bar of more than these is drawn as so many: nobody sees the difference, and counting ends. */
const mostInBar = 20_000

export interface Bar {
  from: Date
  until: Date
  count: number
}

/** The time that the bars cover: the day, or all of a longer range that was asked for. */
export async function spanOf({ from, until }: Pick<Scope, "from" | "until">) {
  const { timeZone } = (await settings()).company
  const end = until ?? new Date()
  if (from && end.getTime() - from.getTime() > day) return { from, until: end }
  const shown = dayIn(timeZone, from ?? new Date(end.getTime() - (until ? 1 : 0)))
  return {
    from: instantOf(timeZone, shown, "00:00"),
    until: instantOf(timeZone, addDays(shown, 1), "00:00"),
  }
}

/**
 * How much happened in each twenty-fourth of the span. Where the span is short the rows are counted
 * by their times; else its edges are found among the ids, and ids are counted between them.
 * @returns null when a filter that no index answers would have to look through too much
 */
export async function histogram(scope: Scope): Promise<Bar[] | null> {
  const { from, until } = await spanOf(scope)
  const edges = Array.from(
    { length: bars + 1 },
    (_, i) => new Date(from.getTime() + ((until.getTime() - from.getTime()) * i) / bars),
  )
  const range = await idsWithin(from, until)
  if (!isShort(range) && scope.searching) return null
  const counts = isShort(range)
    ? await countByTime(scope, range, from, until)
    : await countByIds(scope, edges)
  return edges.slice(0, -1).map((edge, i) => ({
    from: edge,
    until: edges[i + 1] ?? until,
    count: counts.get(i) ?? 0,
  }))
}

async function countByTime(
  scope: Scope,
  range: Scope["range"],
  from: Date,
  until: Date,
): Promise<Map<number, number>> {
  if (scope.branches.length === 0) return new Map()
  const at = onPostgres ? sql`(extract(epoch from ${events.at}) * 1000)` : sql`${events.at}`
  const width = (until.getTime() - from.getTime()) / bars
  const rows = await engine().rows<{ bar: number; n: number }>(
    db(),
    sql`select cast(floor((${at} - ${sql.raw(String(from.getTime()))}) / ${sql.raw(width.toFixed(1))}) as integer) as bar,
      count(*) as n from events
      where ${and(scope.around, gte(events.at, from), lt(events.at, until))}
        and events.id >= ${range.first} and events.id < ${range.end} group by 1`,
  )
  return new Map(rows.map(({ bar, n }) => [Number(bar), Number(n)]))
}

async function countByIds(scope: Scope, edges: readonly Date[]): Promise<Map<number, number>> {
  const ids = await idsAt(edges, await wholeLog())
  const spans = ids.slice(0, -1).map((id, i) => [i, id, ids[i + 1] ?? id])
  if (scope.everything) return new Map(spans.map(([i = 0, a = 0, b = 0]) => [i, b - a]))
  if (scope.branches.length === 0) return new Map()
  const counts = new Map<number, number>()
  for (const [bar = 0, first = 0, end = 0] of spans) {
    counts.set(bar, await countBetween(scope, { first, end }))
    // One bar may be twenty thousand look-ups: between two of them others have their turn.
    await turn()
  }
  return counts
}

async function countBetween({ branches }: Scope, { first, end }: Scope["range"]): Promise<number> {
  const parts = branches.map(
    (branch) => sql`(select count(*) from (select 1 from events where ${branch}
      and events.id >= ${first} and events.id < ${end} limit ${mostInBar}) as part)`,
  )
  const [row] = await engine().rows<{ n: number }>(
    db(),
    sql`select ${sql.join(parts, sql` + `)} as n`,
  )
  return Number(row?.n ?? 0)
}
