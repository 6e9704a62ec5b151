import { bool, id, index, int, json, oneOf, primaryKey, ref, table, text, time } from "../columns"
import { people } from "./people"

export const appointmentShows = ["busy", "free"] as const

/** What somebody notes in their own calendar. Colleagues see that they are busy, nothing else. */
export const appointments = table(
  "appointments",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    title: text().notNull(),
    place: text().notNull().default(""),
    note: text().notNull().default(""),
    startAt: time().notNull(),
    endAt: time().notNull(),
    /** Both ends are midnights in company time then. */
    allDay: bool().notNull().default(false),
    shows: oneOf(appointmentShows).notNull().default("busy"),
    /** How it comes again (`lib/calendar/recurrence.ts`); null when it happens once. */
    rule: text(),
    /** When its last occurrence is over; null when it goes on for ever. */
    lastAt: time(),
    /** Minutes before the start. */
    reminders: json<number[]>().notNull(),
    /** When it is next reminded of; null when never again. */
    remindAt: time(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    /** Taken out of the calendar; subscribed calendars still have to hear of it. */
    cancelledAt: time(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("appointments_person").on(t.personId, t.lastAt),
    index("appointments_remind").on(t.remindAt, t.id),
  ],
)

/** One occurrence of an appointment that isn't as the others are. */
export const appointmentChanges = table(
  "appointment_changes",
  {
    appointmentId: ref(() => appointments.id, "cascade").notNull(),
    /** The day on which it would be, `YYYY-MM-DD` in company time. */
    day: text().notNull(),
    /** Where it lies instead; null, in older data, when it is left out. */
    startAt: time(),
    endAt: time(),
    /** Taken out; what else is different stays, for when that is taken back. */
    leftOut: bool().notNull().default(false),
    /** What it says instead; null where it says what all of them say. */
    title: text(),
    place: text(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.appointmentId, t.day] }),
    index("appointment_changes_start").on(t.startAt),
  ],
)

/** The address under which a phone or another program reads one person's calendar. */
export const calendarFeeds = table("calendar_feeds", {
  personId: ref(() => people.id, "cascade").primaryKey(),
  tokenHash: text().notNull().unique(),
  createdAt: time().notNull(),
})

/** What somebody left out of their calendar page: `tasks`, or a colleague by `person:7`. */
export const calendarHidden = table(
  "calendar_hidden",
  { personId: ref(() => people.id, "cascade").notNull(), name: text().notNull() },
  (t) => [primaryKey({ columns: [t.personId, t.name] })],
)

/** Colleagues whose free and busy time somebody looks at beside their own. */
export const calendarColleagues = table(
  "calendar_colleagues",
  {
    personId: ref(() => people.id, "cascade").notNull(),
    colleagueId: ref(() => people.id, "cascade").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.colleagueId] })],
)
