import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import type {
  BusySpan,
  CalendarEntry,
  CalendarSource,
  Span,
  Whose,
} from "@/lib/platform/calendar-source"
import { registry } from "@/lib/platform/registry"

export interface ShownEntry extends CalendarEntry {
  source: string
  look: CalendarSource["look"]
}

/** Everything that modules put into calendars, in the order of their list. */
export const sources = (): CalendarSource[] =>
  registry().modules.flatMap(({ calendar }) => [...(calendar ?? [])])

/** What a calendar shows within a span, from the modules that aren't left out, in order of time. */
export async function entriesIn(
  actor: PersonActor,
  whose: Whose,
  span: Span,
  hidden: ReadonlySet<string> = new Set(),
): Promise<ShownEntry[]> {
  const asked = sources().filter(({ name }) => !hidden.has(name))
  const found = await Promise.all(
    asked.map(async ({ name, look, entries }) =>
      (await entries(actor, whose, span)).map((entry) => ({ ...entry, source: name, look })),
    ),
  )
  return found
    .flat()
    .toSorted((a, b) => +a.start - +b.start || a.title.localeCompare(b.title) || a.id - b.id)
}

/** When colleagues have no time within a span, whatever takes it; anybody may know that. */
export async function busyIn(personIds: readonly number[], span: Span): Promise<BusySpan[]> {
  if (personIds.length === 0) return []
  const found = await Promise.all(
    sources().map(async ({ busy }) => (await busy?.(db(), personIds, span)) ?? []),
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
