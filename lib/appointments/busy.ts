import { db } from "@/db/engine"
import type { BusySpan, Span } from "@/lib/platform/calendar-source"
import { sources } from "./entries"

/**
 * When colleagues have no time within a span, whatever takes it; anybody may know that.
 * @param but a record that the asker may move: it takes nobody's time from itself
 */
export async function busyIn(
  personIds: readonly number[],
  span: Span,
  but?: { kind: string; id: number },
): Promise<BusySpan[]> {
  if (personIds.length === 0) return []
  const found = await Promise.all(
    sources().map(async ({ busy }) => (await busy?.(db(), personIds, span, but)) ?? []),
  )
  return merged(found.flat())
}

/** Spans of one person that touch are one: how many there are says nothing to others. */
function merged(spans: readonly BusySpan[]): BusySpan[] {
  const sorted = spans.toSorted((a, b) => a.personId - b.personId || +a.start - +b.start)
  const found: BusySpan[] = []
  for (const span of sorted) {
    const last = found.at(-1)
    const same =
      last?.personId === span.personId &&
      last.away === span.away &&
      (last.allDay ?? false) === (span.allDay ?? false)
    if (last && same && span.start <= last.end)
      found[found.length - 1] = { ...last, end: later(span.end, last.end) }
    else found.push(span)
  }
  return found
}

const later = (a: Date, b: Date): Date => new Date(Math.max(+a, +b))
