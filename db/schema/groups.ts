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
import { clients } from "./clients"
import { departments, people } from "./people"

export const groupKinds = [
  "project",
  "department",
  "client",
  "incident",
  "casual",
  "direct",
] as const
export const groupRoles = ["manager", "member"] as const
/** Anybody may come in, a manager says yes, or only who is brought in. */
export const joinRules = ["open", "request", "invitation"] as const

export const groups = table(
  "groups",
  {
    id: id(),
    kind: oneOf(groupKinds).notNull(),
    /** Empty for private chats: they are called by the others' names. */
    name: text().notNull().default(""),
    about: text().notNull().default(""),
    /** Its members follow this department's staff. */
    departmentId: ref(() => departments.id),
    /** Whose client group it is: what its guests read and say goes into that client's archive. */
    clientId: ref(() => clients.id),
    clientSince: time(),
    joinRule: oneOf(joinRules).notNull().default("invitation"),
    /** What there is one of: `3-9`, the members' ids of a private chat; `casual`, the company's 闲聊群. */
    directKey: text(),
    createdById: ref(() => people.id),
    createdAt: time().notNull(),
    archivedAt: time(),
    /** Number of its newest message; messages are counted per group. */
    lastSeq: int().notNull().default(0),
    /**
     * Answers in threads up to this number were read by who read the stream: they were said before
     * an upgrade from which on threads have readers of their own.
     */
    readWithStream: int().notNull().default(0),
    /** When that was sent: the order of group lists. */
    lastAt: time().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [
    uniqueIndex("groups_direct").on(t.directKey),
    uniqueIndex("groups_department").on(t.departmentId),
    index("groups_kind").on(t.kind, t.archivedAt, t.name, t.id),
    index("groups_client").on(t.clientId),
  ],
)

export const groupMembers = table(
  "group_members",
  {
    groupId: ref(() => groups.id, "cascade").notNull(),
    personId: ref(() => people.id, "cascade").notNull(),
    role: oneOf(groupRoles).notNull().default("member"),
    /** Came with the department and goes with it. */
    follows: bool().notNull().default(false),
    joinedAt: time().notNull(),
    /** The newest message when they came: what was said before never counts as unread. */
    joinedSeq: int().notNull(),
    /** Called when something urgent is said (值班名单). */
    onCall: bool().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.personId] }),
    index("group_members_person").on(t.personId, t.groupId, t.role),
  ],
)

/** Somebody who asked to come in. */
export const groupRequests = table(
  "group_requests",
  {
    id: id(),
    groupId: ref(() => groups.id, "cascade").notNull(),
    personId: ref(() => people.id, "cascade").notNull(),
    note: text().notNull().default(""),
    at: time().notNull(),
    decidedAt: time(),
    decidedById: ref(() => people.id),
    accepted: bool(),
  },
  (t) => [
    index("group_requests_group").on(t.groupId, t.decidedAt, t.id),
    index("group_requests_person").on(t.personId, t.groupId),
  ],
)

/** 群公告. Every publishing is a row: the newest counts, the others are its history. */
export const announcements = table(
  "announcements",
  {
    id: id(),
    groupId: ref(() => groups.id, "cascade").notNull(),
    topic: text().notNull(),
    body: text().notNull().default(""),
    /** Working minutes within which ordinary messages are answered; null = the company's rule. */
    ordinaryMinutes: int(),
    /** Minutes, day or night, for urgent ones; null = the company's rule. */
    urgentMinutes: int(),
    authorId: ref(() => people.id).notNull(),
    at: time().notNull(),
  },
  (t) => [index("announcements_group").on(t.groupId, t.id)],
)

export const announcementReads = table(
  "announcement_reads",
  {
    announcementId: ref(() => announcements.id, "cascade").notNull(),
    personId: ref(() => people.id, "cascade").notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.announcementId, t.personId] })],
)
