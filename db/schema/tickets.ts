import {
  bool,
  id,
  index,
  int,
  json,
  oneOf,
  primaryKey,
  ref,
  table,
  text,
  time,
  uniqueIndex,
} from "../columns"
import { clients } from "./clients"
import { guestInvitations } from "./guests"
import { departments, people } from "./people"
import { priorities } from "./tasks"

export const ticketStates = ["new", "doing", "waiting", "done", "closed"] as const
/** Who said that it is solved: the client, somebody of the company for them, or the days that passed. */
export const ticketEnds = ["client", "staff", "time"] as const

/** The rule by which tickets find their department: one line per kind. */
export const ticketKinds = table(
  "ticket_kinds",
  {
    id: id(),
    name: text().notNull(),
    nameEn: text().notNull().default(""),
    departmentId: ref(() => departments.id).notNull(),
    /** Offered no more; tickets of this kind keep it. */
    closedAt: time(),
    createdAt: time().notNull(),
  },
  (t) => [uniqueIndex("ticket_kinds_name").on(t.name)],
)

/** 客户需求工单. */
export const tickets = table(
  "tickets",
  {
    /** The number without its GD and dash: day and running number of the day (`lib/tickets/numbers.ts`). */
    id: int().primaryKey(),
    clientId: ref(() => clients.id).notNull(),
    /** The guest whose ticket it is: wrote it, or follows it. */
    guestId: ref(() => guestInvitations.id),
    /** Who asked, where a colleague wrote it down. */
    contactName: text().notNull().default(""),
    /** Null where a guest wrote it. */
    authorId: ref(() => people.id),
    title: text().notNull(),
    kindId: ref(() => ticketKinds.id).notNull(),
    priority: oneOf(priorities).notNull().default("medium"),
    departmentId: ref(() => departments.id).notNull(),
    /** Null while the department has nobody whose turn it could be. */
    ownerId: ref(() => people.id),
    assignedAt: time().notNull(),
    /** Who had it in this department and didn't answer. */
    triedIds: json<number[]>().notNull(),
    state: oneOf(ticketStates).notNull().default("new"),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    startedAt: time(),
    waitingAt: time(),
    doneAt: time(),
    closedAt: time(),
    endedBy: oneOf(ticketEnds),
    /** Since when the client waits for a word. */
    owedSince: time(),
    answerDueAt: time().notNull(),
    answeredAt: time(),
    /** When the first answer was escalated. */
    answerLateAt: time(),
    /** What the client was promised. */
    solveDueAt: time().notNull(),
    solveLateAt: time(),
    /** What comes next by itself, each null when it is past or not wanted. */
    answerRemindAt: time(),
    passAt: time(),
    solveRemindAt: time(),
    /** In 待客户确认 the end of waiting, in 已解决 the moment of closing. */
    endsAt: time(),
    /** The earliest of these: what a sweep looks by. */
    checkAt: time(),
    rating: int(),
    ratingWords: text().notNull().default(""),
    ratedAt: time(),
    /** State first, then what was promised: the order of lists (`lib/tickets/order.ts`). */
    sortKey: int().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("tickets_order").on(t.sortKey, t.id),
    index("tickets_owner").on(t.ownerId, t.sortKey, t.id),
    index("tickets_department").on(t.departmentId, t.sortKey, t.id),
    index("tickets_client").on(t.clientId, t.sortKey, t.id),
    index("tickets_guest").on(t.guestId, t.id),
    index("tickets_owed").on(t.ownerId, t.owedSince),
    index("tickets_check").on(t.checkAt),
    index("tickets_due").on(t.ownerId, t.solveDueAt),
  ],
)

/**
 * What the client reads and writes. What colleagues say among themselves is no row of this table:
 * it lies with the comments, which no guest's query knows.
 */
export const ticketReplies = table(
  "ticket_replies",
  {
    id: id(),
    ticketId: ref(() => tickets.id, "cascade").notNull(),
    personId: ref(() => people.id),
    guestId: ref(() => guestInvitations.id),
    body: text().notNull(),
    fileIds: json<number[]>().notNull(),
    /** It opens the ticket: written down for the client by a colleague, if not by themselves. */
    opening: bool().notNull().default(false),
    at: time().notNull(),
  },
  (t) => [index("ticket_replies_ticket").on(t.ticketId, t.id)],
)

/** What masked words to a client said as they were written: for colleagues alone. */
export const ticketOriginals = table("ticket_originals", {
  replyId: ref(() => ticketReplies.id, "cascade").primaryKey(),
  body: text().notNull(),
})

/** When somebody last got a ticket of a department: whose turn it is. */
export const ticketTurns = table(
  "ticket_turns",
  {
    departmentId: ref(() => departments.id).notNull(),
    personId: ref(() => people.id).notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.departmentId, t.personId] })],
)

/** 常用答复 of a department. */
export const ticketAnswers = table(
  "ticket_answers",
  {
    id: id(),
    departmentId: ref(() => departments.id).notNull(),
    title: text().notNull(),
    body: text().notNull(),
    authorId: ref(() => people.id).notNull(),
    createdAt: time().notNull(),
  },
  (t) => [index("ticket_answers_department").on(t.departmentId, t.id)],
)

/** Tasks, matters, documents that a ticket has to do with. */
export const ticketLinks = table(
  "ticket_links",
  {
    ticketId: ref(() => tickets.id, "cascade").notNull(),
    kind: text().notNull(),
    recordId: int().notNull(),
    personId: ref(() => people.id).notNull(),
    at: time().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.kind, t.recordId] }),
    index("ticket_links_record").on(t.kind, t.recordId),
  ],
)
