import type { PersonActor } from "@/lib/platform/actor"
import type { CalendarEntry, CalendarSource, Span, Whose } from "@/lib/platform/calendar-source"
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
