import { type SQL, sql } from "drizzle-orm"
import {
  bool,
  id,
  index,
  int,
  json,
  lastingId,
  oneOf,
  ref,
  table,
  text,
  time,
  transactionId,
  uniqueIndex,
} from "../columns"
import { people } from "./people"

/** Most of what happens. The index of types does without it: every message would write one page more. */
export const talk = "message.sent"
const named = sql.raw(`'${talk}'`)

/** What happened. Written once, in the transaction of the change; never updated or deleted. */
export const events = table(
  "events",
  {
    id: lastingId(),
    at: time().notNull(),
    type: text().notNull(),
    kind: text().notNull(),
    recordId: int().notNull(),
    actorKind: oneOf(["person", "guest", "system"]).notNull(),
    actorId: int(),
    address: text(),
    requestId: text(),
    data: json<Record<string, unknown>>().notNull(),
    /** Live topics that change with it; kept so that a reconnecting browser can catch up. */
    topics: json<string[]>().notNull(),
    needsReview: bool().notNull().default(false),
    /** PostgreSQL's transaction, since commits don't come in id order there. */
    transaction: transactionId(),
  },
  (t) => [
    index("events_record").on(t.kind, t.recordId, t.id),
    index("events_actor").on(t.actorId, t.id),
    index("events_type").on(t.type, t.id).where(sql`type <> ${named}`),
    // SQLite has none.
    index("events_transaction").on(t.transaction).where(sql`"transaction" is not null`),
    index("events_review").on(t.id).where(sql`needs_review`),
  ],
)

/** Events of a type, so that the index of types finds them; talk is found by its records and its time. */
export const ofType = (type: string): SQL =>
  type === talk
    ? sql`${events.type} = ${type}`
    : sql`${events.type} = ${type} and ${events.type} <> ${named}`

/** Somebody looked at an event that asked for a second look, and what they found. */
export const eventReviews = table("event_reviews", {
  eventId: ref(() => events.id).primaryKey(),
  personId: ref(() => people.id).notNull(),
  at: time().notNull(),
  note: text().notNull().default(""),
})

/** Events that have no seal yet. */
export const unsealed = table("unsealed", { eventId: ref(() => events.id).primaryKey() })

/** The chain: each seal covers one event and the seal before it. Insert-only. */
export const seals = table(
  "seals",
  { id: id(), eventId: ref(() => events.id).notNull(), hash: text().notNull() },
  (t) => [uniqueIndex("seals_event").on(t.eventId)],
)
