import type { BusySpan } from "@/lib/platform/calendar-source"

/** A stretch in which the same people are busy. */
export interface BusyTogether {
  personIds: readonly number[]
  start: Date
  end: Date
  allDay?: boolean
  away?: boolean
}

/** Each span for itself. */
export const apart = (spans: readonly BusySpan[]): BusyTogether[] =>
  spans.map(({ personId, ...span }) => ({ personIds: [personId], ...span }))

/**
 * Many people's spans in one lane: stretch after stretch, with all who are busy then. Whole days
 * and leave stay apart.
 */
export function together(spans: readonly BusySpan[]): BusyTogether[] {
  const timed = spans.filter(({ allDay, away }) => !allDay && !away)
  const turns = [...new Set(timed.flatMap(({ start, end }) => [+start, +end]))].toSorted(
    (a, b) => a - b,
  )
  const found: BusyTogether[] = []
  for (const [nth, from] of turns.entries()) {
    const until = turns[nth + 1]
    if (until === undefined) break
    const personIds = timed
      .filter(({ start, end }) => +start <= from && +end >= until)
      .map(({ personId }) => personId)
    const last = found.at(-1)
    if (last && +last.end === from && last.personIds.join() === personIds.join())
      found[found.length - 1] = { ...last, end: new Date(until) }
    else if (personIds.length > 0)
      found.push({ personIds, start: new Date(from), end: new Date(until) })
  }
  return [...apart(spans.filter(({ allDay, away }) => allDay || away)), ...found]
}
