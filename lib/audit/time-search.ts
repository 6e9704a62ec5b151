import { sql } from "drizzle-orm"
import { valuesTable } from "@/db/bulk"
import { db, engine } from "@/db/engine"

/** Ids from `first` up to, but without, `end`. */
export interface IdRange {
  first: number
  end: number
}

/** Below this many events looking at each costs nothing. */
const few = 20_000
/** Events of one moment may be stored in another order than they happened. */
const slack = 1_000

/** From the first event to after the last. */
export async function wholeLog(): Promise<IdRange> {
  const [row] = await engine().rows<{ first: number | null; last: number | null }>(
    db(),
    sql`select (select min(id) from events) as first, (select max(id) from events) as last`,
  )
  return { first: Number(row?.first ?? 1), end: Number(row?.last ?? 0) + 1 }
}

export const isShort = ({ first, end }: IdRange): boolean => end - first <= few

/** Ids between which all events of a time lie: `at` has no index, but ids follow it. */
export async function idsWithin(from: Date | null, until: Date | null): Promise<IdRange> {
  const whole = await wholeLog()
  if (isShort(whole) || (!from && !until)) return whole
  const times = [from ?? new Date(0), until ?? new Date(8.64e15)]
  const [first = whole.first, end = whole.end] = await idsAt(times, whole)
  return {
    first: Math.max(whole.first, first - slack),
    end: Math.min(whole.end, end + slack),
  }
}

/**
 * For each moment the first event at or after it: all are halved towards together, so that it is
 * some twenty questions, each of a few index look-ups, however long the log is.
 */
export async function idsAt(times: readonly Date[], whole: IdRange): Promise<number[]> {
  const spans = times.map(() => ({ low: whole.first, high: whole.end }))
  for (;;) {
    const asked = spans.flatMap(({ low, high }, i) =>
      low < high ? [{ i, middle: Math.floor((low + high) / 2) }] : [],
    )
    if (asked.length === 0) return spans.map(({ low }) => low)
    const found = await momentsOf([...new Set(asked.map(({ middle }) => middle))])
    for (const { i, middle } of asked) {
      const span = spans[i]
      const time = times[i]
      if (!span || !time) continue
      if ((found.get(middle) ?? Number.POSITIVE_INFINITY) < time.getTime()) span.low = middle + 1
      else span.high = middle
    }
  }
}

/** When the event with each id happened; where an id was never given out, the next one. */
async function momentsOf(ids: readonly number[]): Promise<Map<number, number>> {
  const given = valuesTable(
    ids.map((id) => [id]),
    ["bigint"],
  )
  const rows = await engine().rows<{ id: number; at: Date | number | string | null }>(
    db(),
    sql`select column1 as id,
      (select at from events where events.id >= column1 order by events.id limit 1) as at
      from ${given} as given`,
  )
  return new Map(
    rows.map(({ id, at }) => [
      Number(id),
      at === null ? Number.POSITIVE_INFINITY : new Date(at).getTime(),
    ]),
  )
}
