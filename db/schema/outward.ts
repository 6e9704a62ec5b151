import {
  bool,
  id,
  index,
  int,
  json,
  primaryKey,
  ref,
  table,
  text,
  time,
  uniqueIndex,
} from "../columns"
import { people } from "./people"

/** 申请放行: something that was stopped on its way to outsiders, and what became of it. */
export const outwardRequests = table(
  "outward_requests",
  {
    id: id(),
    /** `messages.send`: who sends it once it is released, by its name in a manifest. */
    sender: text().notNull(),
    /** Where outsiders would read it. */
    kind: text().notNull(),
    recordId: int().notNull(),
    authorId: ref(() => people.id).notNull(),
    /** Who was asked; null where nobody leads the author: then 平台管理 decides. */
    headId: ref(() => people.id),
    /** What its sender takes; emptied once it is sent or taken back, and so is `text`. */
    input: json<unknown>().notNull(),
    text: text().notNull(),
    /** The same, masked: stays. */
    shown: text().notNull(),
    /** How many of each kind were found. */
    finds: json<Record<string, number>>().notNull(),
    reason: text().notNull(),
    createdAt: time().notNull(),
    decidedAt: time(),
    decidedById: ref(() => people.id),
    accepted: bool(),
    /** What the one who decided said to it. */
    note: text().notNull().default(""),
    /** Taken back by its author. */
    withdrawnAt: time(),
    sentAt: time(),
    /** Why it couldn't be sent although it was released. */
    failed: text(),
  },
  (t) => [
    index("outward_requests_author").on(t.authorId, t.id),
    index("outward_requests_head").on(t.headId, t.decidedAt, t.id),
    index("outward_requests_due").on(t.sentAt, t.accepted, t.id),
  ],
)

/** Finds that somebody says are none. Never the words themselves: a keyed hash and their mask. */
export const falseFinds = table(
  "false_finds",
  {
    id: id(),
    kind: text().notNull(),
    print: text().notNull(),
    shown: text().notNull(),
    personId: ref(() => people.id).notNull(),
    at: time().notNull(),
  },
  (t) => [
    uniqueIndex("false_finds_once").on(t.kind, t.print, t.personId),
    index("false_finds_kind").on(t.kind, t.at),
  ],
)

/** What was found in the text of files, once per content and set of rules. */
export const fileFinds = table(
  "file_finds",
  {
    sha256: text().notNull(),
    /** The rules it was read by, as a hash. */
    rules: text().notNull(),
    /** `read`, or why it wasn't: `kind`, `locked`, `large`, `slow`, `broken`. */
    state: text().notNull(),
    finds: json<Record<string, number>>().notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sha256, t.rules] })],
)
