import type { Db } from "@/db/database"
import type { PersonActor } from "./actor"
import type { InBoth } from "./module"

/** A stretch of time; its end doesn't belong to it. */
export interface Span {
  from: Date
  until: Date
}

/** Whose calendar is looked at: one's own, or that of a home that one belongs to. */
export type Whose = { of: "mine" } | { of: "department" | "group"; id: number }

/** One thing in somebody's calendar, as far as it is theirs to see. */
export interface CalendarEntry {
  /** The kind of record and its number. */
  kind: string
  id: number
  /** Which one, of something that comes again: the day of its rule. */
  day?: string
  title: string
  place?: string
  href: string
  /** Where one joins from elsewhere, while it is or is about to be. */
  join?: string
  start: Date
  /** Null for a moment, such as a deadline. */
  end: Date | null
  allDay?: boolean
  mark?: "done" | "overdue"
  /** Its version, when the reader may put it at another time. */
  moves?: number
}

/** When somebody has no time; what for isn't said. */
export interface BusySpan {
  personId: number
  start: Date
  end: Date
  allDay?: boolean
  away?: boolean
}

/** The live topic of somebody's busy times: that they changed, not how and by what. */
export const busyTopic = (personId: number): string => `busy:${personId}`

/** One thing in the calendar that a phone subscribes to (RFC 5545). */
export interface FeedEntry {
  /** The same for ever: `appointment-7`. */
  uid: string
  /** Grows with every change. */
  sequence: number
  changedAt: Date
  title: string
  place?: string
  note?: string
  href: string
  start: Date
  end: Date | null
  allDay?: boolean
  /** Doesn't take anybody's time. */
  free?: boolean
  cancelled?: boolean
  /** How it comes again, as written by `writeRecurrence`, and until when at the latest. */
  rule?: string | null
  /** Occurrences that are left out, by the day of the rule; and those that lie elsewhere. */
  without?: readonly string[]
  moved?: readonly FeedChange[]
  /** Minutes before the start. */
  alarms?: readonly number[]
}

/** One occurrence that is different from the others. */
export interface FeedChange {
  day: string
  start: Date
  end: Date
  title?: string
  place?: string
  note?: string
}

/** What a module puts into calendars. */
export interface CalendarSource {
  /** `tasks`: names it in addresses and choices. */
  name: string
  label: InBoth
  look: "appointment" | "deadline" | "away"
  entries(actor: PersonActor, whose: Whose, span: Span): Promise<readonly CalendarEntry[]>
  busy?(db: Db, personIds: readonly number[], span: Span): Promise<readonly BusySpan[]>
  feed?(db: Db, actor: PersonActor, span: Span): Promise<readonly FeedEntry[]>
}
