import { sql } from "drizzle-orm"
import {
  type AnyColumn,
  bool,
  id,
  index,
  int,
  json,
  lastingId,
  oneOf,
  primaryKey,
  ref,
  table,
  text,
  time,
  uniqueIndex,
} from "../columns"
import { groups } from "./groups"
import { guestInvitations } from "./guests"
import { people } from "./people"

export const urgencies = ["ordinary", "urgent"] as const

export const messages = table(
  "messages",
  {
    id: lastingId(),
    groupId: ref(() => groups.id, "cascade").notNull(),
    /** Its number in the group: the order of everything said there, without gaps. */
    seq: int().notNull(),
    authorId: ref(() => people.id).notNull(),
    /** Said by a guest: then `authorId` is who invited them and answers for them in the portal. */
    guestId: ref(() => guestInvitations.id),
    at: time().notNull(),
    urgency: oneOf(urgencies).notNull().default("ordinary"),
    /** Markdown. Empty once withdrawn. */
    body: text().notNull(),
    /** The message whose thread this stands in. */
    threadId: ref((): AnyColumn => messages.id),
    /** The message it quotes, in the same group. */
    quoteId: ref((): AnyColumn => messages.id),
    /** Where it was forwarded from. Shown to whoever may see that. */
    sourceId: ref((): AnyColumn => messages.id),
    /** A line of the portal's own instead of a message: `moved`. */
    note: text(),
    /** Of an urgent one: people responsible who were told of it at once (抄送). */
    copiedTo: json<number[]>(),
    /** Messages in its thread, and the newest of them. */
    replies: int().notNull().default(0),
    lastReplyAt: time(),
    /** How many files were sent with it. */
    files: int().notNull().default(0),
    editedAt: time(),
    withdrawnAt: time(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("messages_files").on(t.groupId, t.seq).where(sql`files > 0`),
    uniqueIndex("messages_seq").on(t.groupId, t.seq),
    index("messages_stream").on(t.groupId, t.threadId, t.seq),
    // Most messages stand in no thread: they cost nothing here.
    index("messages_thread").on(t.threadId, t.seq).where(sql`thread_id is not null`),
    index("messages_group_at").on(t.groupId, t.at),
    // What guests wrote is little, and a client's page looks for it.
    index("messages_guest").on(t.groupId, t.at).where(sql`guest_id is not null`),
  ],
)

/** What a message said before it was edited; for its author and the group's managers. */
export const messageVersions = table(
  "message_versions",
  {
    id: id(),
    messageId: ref(() => messages.id, "cascade").notNull(),
    body: text().notNull(),
    at: time().notNull(),
  },
  (t) => [index("message_versions_message").on(t.messageId, t.id)],
)

/** What a masked message said as it was written: for members of its group, never for who reads along. */
export const messageOriginals = table("message_originals", {
  messageId: ref(() => messages.id, "cascade").primaryKey(),
  body: text().notNull(),
})

/** @ with its reason 事由. Everybody is a row without a person. */
export const mentions = table(
  "mentions",
  {
    id: id(),
    messageId: ref(() => messages.id, "cascade").notNull(),
    /** Where its message stands, so that what is unread is one stretch of an index. */
    groupId: int().notNull().default(0),
    seq: int().notNull().default(0),
    personId: ref(() => people.id),
    reason: text().notNull(),
    needsAnswer: bool().notNull(),
  },
  (t) => [
    index("mentions_message").on(t.messageId),
    index("mentions_place").on(t.personId, t.groupId, t.seq),
  ],
)

/** Words (收到, 同意) and signs under a message. */
export const reactions = table(
  "reactions",
  {
    messageId: ref(() => messages.id, "cascade").notNull(),
    code: text().notNull(),
    personId: ref(() => people.id, "cascade").notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.code, t.personId] })],
)

/** How far each person has read: `seq` for their counts, which 标为未读 moves back; `seen` stays. */
export const readPositions = table(
  "read_positions",
  {
    personId: ref(() => people.id, "cascade").notNull(),
    groupId: ref(() => groups.id, "cascade").notNull(),
    seq: int().notNull(),
    seen: int().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.personId, t.groupId] })],
)

/** Who had read up to where, and when; only added to. The lists under 「3人未读」 come from here. */
export const reads = table(
  "reads",
  {
    id: id(),
    groupId: ref(() => groups.id, "cascade").notNull(),
    personId: ref(() => people.id, "cascade").notNull(),
    upToSeq: int().notNull(),
    at: time().notNull(),
  },
  (t) => [index("reads_reader").on(t.groupId, t.personId, t.upToSeq)],
)

/** A person's own arrangement of a group: never anybody else's business. */
export const groupPlaces = table(
  "group_places",
  {
    personId: ref(() => people.id, "cascade").notNull(),
    groupId: ref(() => groups.id, "cascade").notNull(),
    mutedAt: time(),
    pinnedAt: time(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.groupId] })],
)

/** 收藏. */
export const keptMessages = table(
  "kept_messages",
  {
    personId: ref(() => people.id, "cascade").notNull(),
    messageId: ref(() => messages.id, "cascade").notNull(),
    at: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.messageId] }),
    index("kept_messages_list").on(t.personId, t.at),
  ],
)

/** Written now, sent later, through the same verb and the same checks as at that moment. */
export const scheduledMessages = table(
  "scheduled_messages",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    groupId: ref(() => groups.id, "cascade").notNull(),
    /** What the form would have sent. */
    input: json<Record<string, unknown>>().notNull(),
    dueAt: time().notNull(),
    createdAt: time().notNull(),
    sentAt: time(),
    /** Why it could not be sent, as a code. */
    failed: text(),
  },
  (t) => [
    index("scheduled_messages_due").on(t.sentAt, t.failed, t.dueAt),
    index("scheduled_messages_person").on(t.personId, t.groupId, t.dueAt),
  ],
)

/** People to be told of a message, when they are too many for its own transaction. */
export const fanOuts = table(
  "fan_outs",
  {
    id: id(),
    messageId: ref(() => messages.id, "cascade").notNull(),
    category: text().notNull(),
    /** Everybody up to this person has been told. */
    afterPersonId: int().notNull().default(0),
    doneAt: time(),
  },
  (t) => [index("fan_outs_open").on(t.doneAt, t.id)],
)

export const clockAnswers = ["reply", "reaction", "done"] as const

/** An answer that somebody owes (G2.4). One row per message and person; the usage review reads them. */
export const clocks = table(
  "clocks",
  {
    id: id(),
    messageId: ref(() => messages.id, "cascade").notNull(),
    groupId: ref(() => groups.id, "cascade").notNull(),
    /** Who was asked. */
    personId: ref(() => people.id).notNull(),
    /** Who has to answer: the same, or who stands in while they are away. */
    holderId: ref(() => people.id).notNull(),
    /** Who asked. */
    askedById: ref(() => people.id).notNull(),
    urgency: oneOf(urgencies).notNull(),
    openedAt: time().notNull(),
    dueAt: time().notNull(),
    /** When to remind next; null once there is nothing more to remind of. */
    remindAt: time(),
    remindedAt: time(),
    escalatedAt: time(),
    /** To whom, when it was. */
    escalatedTo: json<number[]>(),
    answeredAt: time(),
    answeredBy: oneOf(clockAnswers),
    cancelledAt: time(),
    /** Open until answered or cancelled: what sweeps and lists look for. */
    open: bool().notNull().default(true),
  },
  (t) => [
    uniqueIndex("clocks_message").on(t.messageId, t.personId),
    index("clocks_holder").on(t.holderId, t.open, t.dueAt),
    index("clocks_group").on(t.groupId, t.open, t.dueAt),
    index("clocks_remind").on(t.open, t.remindAt),
    index("clocks_due").on(t.open, t.escalatedAt, t.dueAt),
  ],
)
