import { setImmediate as turn } from "node:timers/promises"
import { and, gte, lt, sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import { db, engine } from "@/db/engine"
import { events } from "@/db/schema/events"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import { settings } from "@/lib/platform/settings"
import type { Scope } from "./scope"
import { type IdRange, idsAt, idsWithin, isShort, wholeLog } from "./time-search"

export const bars = 24
const day = 24 * 3_600_000
/** Counting one by one ends here; more than these are estimated from slices of the bar. */
const mostExact = 500
const slices = 8
const slice = 250

interface Counted {
  count: number
  /** Estimated. */
  about: boolean
}

export interface Bar extends Counted {
  from: Date
  until: Date
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
 * by their times; else its edges are found among the ids, and what lies between them is counted as
 * far as that is cheap and estimated beyond.
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
    ...(counts.get(i) ?? { count: 0, about: false }),
  }))
}

async function countByTime(
  scope: Scope,
  range: IdRange,
  from: Date,
  until: Date,
): Promise<Map<number, Counted>> {
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
  return new Map(rows.map(({ bar, n }) => [Number(bar), { count: Number(n), about: false }]))
}

async function countByIds(scope: Scope, edges: readonly Date[]): Promise<Map<number, Counted>> {
  const ids = await idsAt(edges, await wholeLog())
  const counts = new Map<number, Counted>()
  for (const [bar, first] of ids.slice(0, -1).entries()) {
    const between = { first, end: ids[bar + 1] ?? first }
    counts.set(bar, await countBetween(scope, between))
    // Between two bars others have their turn.
    await turn()
  }
  return counts
}

async function countBetween(scope: Scope, { first, end }: IdRange): Promise<Counted> {
  if (scope.everything) return { count: end - first, about: false }
  if (scope.branches.length === 0) return { count: 0, about: false }
  const [exact, reached] = await countUpTo(scope, { first, end })
  if (!reached) return { count: exact, about: false }
  const share = await sampled(scope, { first, end })
  return { count: Math.max(exact, Math.round(share * (end - first))), about: true }
}

/** Exactly, as long as no index range of the filter holds too many. */
async function countUpTo({ branches }: Scope, { first, end }: IdRange): Promise<[number, boolean]> {
  const parts = branches.map(
    (branch) => sql`(select count(*) from (select 1 from events where ${branch}
      and events.id >= ${first} and events.id < ${end} limit ${mostExact}) as part)`,
  )
  const columns = parts.map((part, i) => sql`${part} as ${sql.raw(`n${i}`)}`)
  const [row] = await engine().rows<Record<string, number>>(
    db(),
    sql`select ${sql.join(columns, sql`, `)}`,
  )
  const counts = Object.values(row ?? {}).map(Number)
  return [counts.reduce((sum, n) => sum + n, 0), counts.some((n) => n >= mostExact)]
}

/** The share of a few slices, evenly spread, that the filter lets through. */
async function sampled({ around }: Scope, { first, end }: IdRange): Promise<number> {
  const step = (end - first) / slices
  const parts = Array.from({ length: slices }, (_, i) => {
    const from = Math.floor(first + step * i)
    return sql`(select count(*) from events where ${around}
      and events.id >= ${from} and events.id < ${from + slice})`
  })
  const [row] = await engine().rows<{ n: number }>(
    db(),
    sql`select ${sql.join(parts, sql` + `)} as n`,
  )
  return Number(row?.n ?? 0) / (slices * slice)
}
