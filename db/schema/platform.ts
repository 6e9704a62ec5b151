import { id, index, int, oneOf, primaryKey, ref, table, text, time, uniqueIndex } from "../columns"
import { people } from "./people"

export const settings = table("settings", { name: text().primaryKey(), value: text().notNull() })

/** Counters that grow: versions of cached things, running numbers of the month. */
export const counters = table("counters", { name: text().primaryKey(), value: int().notNull() })

export const rateLimits = table(
  "rate_limits",
  { key: text().primaryKey(), count: int().notNull(), resetsAt: time().notNull() },
  (t) => [index("rate_limits_resets").on(t.resetsAt)],
)

/** Answers already given, so that the same submission lands once. */
export const idempotency = table(
  "idempotency",
  {
    actor: text().notNull(),
    action: text().notNull(),
    key: text().notNull(),
    inputHash: text().notNull(),
    answer: text().notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.action, t.key] }), index("idempotency_at").on(t.at)],
)

/** Which process does the scheduled work now. */
export const leases = table("leases", {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: time().notNull(),
})

export const files = table(
  "files",
  {
    id: id(),
    /** Random name in the store. What is passed on lies there once, under several rows. */
    place: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    size: int().notNull(),
    sha256: text().notNull(),
    ownerId: ref(() => people.id).notNull(),
    /** The record it hangs on; null until it is attached. */
    kind: text(),
    recordId: int(),
    createdAt: time().notNull(),
  },
  (t) => [index("files_place").on(t.place), index("files_record").on(t.kind, t.recordId, t.id)],
)

/** Files that come in pieces, until the last one is here; then their pieces are the file. */
export const uploads = table(
  "uploads",
  {
    id: id(),
    ownerId: ref(() => people.id, "cascade").notNull(),
    name: text().notNull(),
    size: int().notNull(),
    /** When the sender's file was last changed: with name and size it tells one file from another. */
    modified: int().notNull(),
    /** What it is sent for, such as `meeting:7`. */
    purpose: text().notNull().default(""),
    createdAt: time().notNull(),
    /** When the last piece came. */
    touchedAt: time().notNull(),
    doneAt: time(),
  },
  (t) => [
    index("uploads_owner").on(t.ownerId, t.doneAt, t.id),
    index("uploads_touched").on(t.touchedAt),
  ],
)

export const uploadPieces = table(
  "upload_pieces",
  {
    uploadId: ref(() => uploads.id, "cascade").notNull(),
    /** From 0; all but the last have the same size. */
    number: int().notNull(),
    place: text().notNull(),
    size: int().notNull(),
    sha256: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.uploadId, t.number] }),
    uniqueIndex("upload_pieces_place").on(t.place),
  ],
)

/** What people say under a record, whatever its kind. */
export const comments = table(
  "comments",
  {
    id: id(),
    kind: text().notNull(),
    recordId: int().notNull(),
    personId: ref(() => people.id).notNull(),
    body: text().notNull(),
    at: time().notNull(),
    state: oneOf(["shown", "withdrawn"]).notNull().default("shown"),
  },
  (t) => [index("comments_record").on(t.kind, t.recordId, t.id)],
)
