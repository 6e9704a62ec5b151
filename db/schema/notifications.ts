import { sql } from "drizzle-orm"
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
import { people, sessions } from "./people"

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
    /** When the person was last done with it, also where it has been opened again since. */
    doneAt: time(),
  },
  (t) => [
    uniqueIndex("bundles_record").on(t.personId, t.kind, t.recordId),
    index("bundles_list").on(t.personId, t.state, t.needsYou, t.lastAt, t.id),
    index("bundles_later").on(t.laterUntil).where(sql`later_until is not null`),
  ],
)

export const notifications = table(
  "notifications",
  {
    id: id(),
    bundleId: ref(() => bundles.id, "cascade").notNull(),
    eventId: ref(() => events.id).notNull(),
    category: text().notNull(),
    /** It asks something of the person, and that hasn't been settled. */
    needsYou: bool().notNull().default(false),
    at: time().notNull(),
  },
  (t) => [
    index("notifications_bundle").on(t.bundleId, t.id),
    uniqueIndex("notifications_once").on(t.bundleId, t.eventId),
  ],
)

export const channels = ["portal", "push", "email", "digest"] as const

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

/** A browser that a person lets wake by push: one per device (RFC 8030). */
export const pushDevices = table(
  "push_devices",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    /** Where they are signed in there: nothing reaches a device whose session has ended. */
    sessionId: ref(() => sessions.id, "cascade").notNull(),
    /** The push service's address for it; a capability, so it is never shown. */
    endpoint: text().notNull(),
    /** What payloads are encrypted with, base64url (RFC 8291). */
    publicKey: text().notNull(),
    auth: text().notNull(),
    device: text(),
    /** Whether what happened may stand on its screen, or only that something did. */
    withText: bool().notNull().default(false),
    createdAt: time().notNull(),
    /** The last test push, the word by which it is known, and when it arrived. */
    proof: text().notNull(),
    triedAt: time().notNull(),
    heardAt: time(),
  },
  (t) => [
    uniqueIndex("push_devices_endpoint").on(t.endpoint),
    index("push_devices_person").on(t.personId, t.id),
  ],
)

/** What waits for somebody's daily mail. */
export const digestItems = table(
  "digest_items",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    eventId: ref(() => events.id).notNull(),
    category: text().notNull(),
    at: time().notNull(),
  },
  (t) => [
    uniqueIndex("digest_items_once").on(t.personId, t.eventId),
    index("digest_items_at").on(t.at, t.personId),
  ],
)
