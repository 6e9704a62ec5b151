import {
  bool,
  id,
  index,
  int,
  oneOf,
  primaryKey,
  ref,
  table,
  text,
  time,
  uniqueIndex,
} from "../columns"
import { events } from "./events"
import { people } from "./people"

/** The inbox: one bundle per person and record, however often it changed. */
export const bundles = table(
  "bundles",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    kind: text().notNull(),
    recordId: int().notNull(),
    state: oneOf(["open", "later", "done"]).notNull().default("open"),
    needsYou: bool().notNull(),
    unread: int().notNull().default(0),
    lastAt: time().notNull(),
    laterUntil: time(),
    doneAt: time(),
  },
  (t) => [
    uniqueIndex("bundles_record").on(t.personId, t.kind, t.recordId),
    index("bundles_list").on(t.personId, t.state, t.needsYou, t.lastAt, t.id),
    index("bundles_later").on(t.state, t.laterUntil),
  ],
)

export const notifications = table(
  "notifications",
  {
    id: id(),
    bundleId: ref(() => bundles.id, "cascade").notNull(),
    eventId: ref(() => events.id).notNull(),
    category: text().notNull(),
    at: time().notNull(),
  },
  (t) => [
    index("notifications_bundle").on(t.bundleId, t.id),
    uniqueIndex("notifications_once").on(t.bundleId, t.eventId),
  ],
)

export const channels = ["portal", "push", "email"] as const

export const notificationPreferences = table(
  "notification_preferences",
  {
    personId: ref(() => people.id, "cascade").notNull(),
    category: text().notNull(),
    channel: oneOf(channels).notNull(),
    wanted: bool().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.category, t.channel] })],
)

/** What has to leave the house. Sent after the commit, at least once, keyed against doubles. */
export const deliveries = table(
  "deliveries",
  {
    id: id(),
    key: text().notNull(),
    channel: oneOf(["email", "push"]).notNull(),
    personId: ref(() => people.id, "cascade"),
    address: text().notNull(),
    template: text().notNull(),
    payload: text().notNull(),
    dueAt: time().notNull(),
    attempts: int().notNull().default(0),
    sentAt: time(),
    failedAt: time(),
    lastError: text(),
  },
  (t) => [
    uniqueIndex("deliveries_key").on(t.key),
    index("deliveries_due").on(t.sentAt, t.failedAt, t.dueAt),
  ],
)
