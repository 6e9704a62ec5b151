import type { Today } from "@/lib/home/today"

/** One part of 工作台, in pixels. */
export interface Part {
  /** Rows that there are; no more than `most` are shown, and `least` however full the day is. */
  count: number
  most: number
  least: number
  row: number
  /** What it shows besides its title and rows. */
  besides?: number
}

/** Between the date and the edge of a screen of 1440 × 900. */
const room = 716
const title = 36
const gap = { usual: 28, full: 20 }

/**
 * How many rows each part shows. A day longer than the screen is set closer, and then the last
 * parts give up rows first: whole ones, and none its last.
 * @param parts from the most important on
 * @param taken what stands above them
 */
export function fitted(parts: Readonly<Record<string, Part>>, taken: number) {
  const rows = new Map(
    Object.entries(parts).map(([name, { count, most }]) => [name, Math.min(count, most)]),
  )
  const all = Object.entries(parts).map(([name, part]) => ({ name, ...part }))
  const there = all.filter(({ count, besides }) => count > 0 || besides)
  const left = (between: number) =>
    there.reduce(
      (rest, { name, row, besides = 0 }) => rest - title - besides - row * (rows.get(name) ?? 0),
      room - taken - between * Math.max(0, there.length - 1),
    )
  const full = left(gap.usual) < 0
  const between = full ? gap.full : gap.usual
  for (const { name, least } of there.toReversed())
    for (let of = rows.get(name) ?? 0; left(between) < 0 && of > least; of--) rows.set(name, of - 1)
  return { rows, full, left: left(between) }
}

const mostGroups = 4
const [line, twoLines] = [36, 49]

/** What of a day stands on 工作台. @param wide everything that waits for support */
export function dayRoom(today: Today, wide: boolean) {
  const { urgent, due, owed, asked, calls, support, also, waiting, groups } = today
  const unread = groups.filter((group) => group.unread > 0 && !group.muted).length
  const quiet = due.count === 0 ? 2 * line : 0
  const waits = wide ? support.length : 5
  const parts = {
    due: { count: due.count, most: 12, least: 3, row: line, besides: quiet + (due.behind && 40) },
    owed: { count: owed.length, most: 5, least: 2, row: line },
    asked: { count: asked.length, most: 5, least: 1, row: twoLines },
    calls: { count: calls.length, most: 5, least: 1, row: twoLines },
    support: { count: support.length, most: waits, least: wide ? waits : 1, row: twoLines },
    also: { count: waiting, most: also.length, least: 1, row: line },
    groups: { count: unread, most: mostGroups, least: 1, row: line },
  }
  const { rows, full, left } = fitted(parts, urgent.length && 77 + 37 * urgent.length)
  const of = (part: keyof typeof parts) => rows.get(part) ?? 0
  // Groups come as something is said in them, as far as there is room.
  const more = Math.floor((unread === 0 ? left - title - gap.usual : left) / line)
  return { full, of, groups: Math.max(1, Math.min(mostGroups, of("groups") + more)) }
}
