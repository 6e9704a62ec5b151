import {
  type AnyColumn,
  bool,
  day,
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
import { files } from "./platform"

export const levels = ["view", "edit", "admin"] as const
export const duties = ["hr", "platform", "support", "office"] as const

export const departments = table(
  "departments",
  {
    id: id(),
    name: text().notNull(),
    parentId: ref((): AnyColumn => departments.id),
    headId: ref((): AnyColumn => people.id),
    createdAt: time().notNull(),
    /** Dissolved: nobody belongs to it any more, what it left still says where it came from. */
    closedAt: time(),
  },
  (t) => [uniqueIndex("departments_name").on(t.parentId, t.name)],
)

export const people = table(
  "people",
  {
    id: id(),
    staffNo: text().notNull(),
    name: text().notNull(),
    /** Full pinyin and initials, made when the name is written. */
    pinyin: text().notNull(),
    initials: text().notNull(),
    email: text().notNull(),
    phone: text(),
    departmentId: ref(() => departments.id).notNull(),
    post: text().notNull().default(""),
    managerId: ref((): AnyColumn => people.id),
    level: oneOf(levels).notNull(),
    hiredOn: day(),
    birthday: day(),
    createdAt: time().notNull(),
    disabledAt: time(),
    locale: oneOf(["zh", "en"]),
    theme: oneOf(["system", "light", "dark"]).notNull().default("system"),
    density: oneOf(["normal", "compact"]).notNull().default("normal"),
    /** Minutes of the day in company time between which only urgent things ring. */
    quietFrom: int(),
    quietUntil: int(),
    /** A picture of the person, in the file store; the name stands where there is none. */
    faceFileId: ref((): AnyColumn => files.id),
    version: int().notNull().default(1),
  },
  (t) => [
    uniqueIndex("people_staff_no").on(t.staffNo),
    uniqueIndex("people_email").on(t.email),
    index("people_department").on(t.departmentId, t.name, t.id),
    index("people_name").on(t.name, t.id),
    index("people_manager").on(t.managerId),
  ],
)

export const personDuties = table(
  "person_duties",
  { personId: ref(() => people.id, "cascade").notNull(), duty: oneOf(duties).notNull() },
  (t) => [primaryKey({ columns: [t.personId, t.duty] })],
)

export const sensitivities = table(
  "sensitivities",
  {
    id: id(),
    name: text().notNull(),
    nameEn: text().notNull(),
    /** What belongs under it, in a sentence. */
    note: text().notNull().default(""),
    createdAt: time().notNull(),
    /** No longer given to records; those that have it stay closed. */
    closedAt: time(),
  },
  (t) => [uniqueIndex("sensitivities_name").on(t.name)],
)

export const clearances = table(
  "clearances",
  {
    personId: ref(() => people.id, "cascade").notNull(),
    sensitivityId: ref(() => sensitivities.id, "cascade").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.sensitivityId] })],
)

/** How a person proves who they are. Kept apart from `people`, which pages read. */
export const credentials = table("credentials", {
  personId: ref(() => people.id, "cascade").primaryKey(),
  passwordHash: text(),
  passwordSetAt: time(),
  /** The demo's password is exempt from rules and expiry. */
  passwordExempt: bool().notNull().default(false),
  /** Has to be changed before anything else, whatever its age. */
  passwordDue: bool().notNull().default(false),
  /** Encrypted; set once a first code was right. */
  totpSecret: text(),
  totpSince: time(),
  /** The last 30-second step that was accepted, so that a code works once. */
  totpLastStep: int(),
})

export const passwordHistory = table(
  "password_history",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    hash: text().notNull(),
    at: time().notNull(),
  },
  (t) => [index("password_history_person").on(t.personId, t.id)],
)

export const recoveryCodes = table(
  "recovery_codes",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    hash: text().notNull(),
    usedAt: time(),
  },
  (t) => [index("recovery_codes_person").on(t.personId)],
)

/** Links that set a password, once. Only the hash of the token is kept. */
export const passwordLinks = table(
  "password_links",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    tokenHash: text().notNull(),
    reason: oneOf(["first", "forgotten", "reset"]).notNull(),
    createdAt: time().notNull(),
    expiresAt: time().notNull(),
    usedAt: time(),
  },
  (t) => [
    uniqueIndex("password_links_token").on(t.tokenHash),
    index("password_links_person").on(t.personId),
  ],
)

export const sessions = table(
  "sessions",
  {
    id: id(),
    tokenHash: text().notNull(),
    personId: ref(() => people.id, "cascade").notNull(),
    method: oneOf(["password", "sso", "setup", "link"]).notNull(),
    createdAt: time().notNull(),
    seenAt: time().notNull(),
    expiresAt: time().notNull(),
    endedAt: time(),
    address: text(),
    device: text(),
  },
  (t) => [
    uniqueIndex("sessions_token").on(t.tokenHash),
    index("sessions_person").on(t.personId, t.endedAt, t.seenAt),
  ],
)

/** Browsers that signed in before; they are exempt from sign-in delays. */
export const knownDevices = table(
  "known_devices",
  {
    personId: ref(() => people.id, "cascade").notNull(),
    tokenHash: text().notNull(),
    seenAt: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.tokenHash] })],
)

/** Away, and who stands in. Days are of the company's calendar, the last one included. */
export const leaves = table(
  "leaves",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    firstDay: day().notNull(),
    lastDay: day().notNull(),
    deputyId: ref(() => people.id),
    note: text().notNull().default(""),
    createdById: ref(() => people.id).notNull(),
    createdAt: time().notNull(),
    /** Called off, or cut short before it began. */
    endedAt: time(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("leaves_person").on(t.personId, t.lastDay),
    index("leaves_deputy").on(t.deputyId, t.lastDay),
    index("leaves_last_day").on(t.lastDay),
  ],
)

/** One load of the staff file. */
export const staffImports = table("staff_imports", {
  id: id(),
  fileName: text().notNull(),
  personId: ref(() => people.id),
  at: time().notNull(),
  added: int().notNull(),
  changed: int().notNull(),
  unchanged: int().notNull(),
  /** People whose accounts it ended, because the file was said to be whole. */
  ended: int().notNull().default(0),
  /** Departments it made, in the order made, so that undoing it can take them away. */
  departments: json<number[]>(),
  undoneAt: time(),
  undoneById: ref(() => people.id),
})

/** What one load did to one person, so that it can be looked up and undone. */
export const staffImportChanges = table(
  "staff_import_changes",
  {
    id: id(),
    importId: ref(() => staffImports.id, "cascade").notNull(),
    personId: ref(() => people.id).notNull(),
    before: json<Record<string, unknown> | null>(),
    after: json<Record<string, unknown>>().notNull(),
  },
  (t) => [
    index("staff_import_changes_import").on(t.importId, t.id),
    index("staff_import_changes_person").on(t.personId),
  ],
)
