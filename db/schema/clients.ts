import {
  type AnyColumn,
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
import { departments, people } from "./people"

export const clientStages = ["prospect", "talks", "active", "paused", "ended"] as const
export const methods = ["phone", "online", "in_person"] as const
export const handoverOutcomes = ["taken", "declined", "withdrawn"] as const

/** A client passes from one person to another when both have confirmed. */
export const clientHandovers = table(
  "client_handovers",
  {
    id: id(),
    fromId: ref(() => people.id).notNull(),
    toId: ref(() => people.id).notNull(),
    askedById: ref(() => people.id).notNull(),
    note: text().notNull().default(""),
    askedAt: time().notNull(),
    fromConfirmedAt: time(),
    toConfirmedAt: time(),
    outcome: oneOf(handoverOutcomes),
    endedAt: time(),
  },
  (t) => [index("client_handovers_to").on(t.toId, t.outcome)],
)

export const clients = table(
  "clients",
  {
    id: id(),
    name: text().notNull(),
    shortName: text().notNull().default(""),
    /** 统一社会信用代码 (GB 32100-2015), in capitals; empty when it isn't known. */
    creditCode: text().notNull().default(""),
    /** The name and the short name without what companies have in common (`likeness.ts`). */
    nameKey: text().notNull(),
    shortKey: text().notNull().default(""),
    stage: oneOf(clientStages).notNull().default("prospect"),
    /** `#教育 #大客户`, as they were written. */
    tags: text().notNull().default(""),
    region: text().notNull().default(""),
    address: text().notNull().default(""),
    remark: text().notNull().default(""),
    ownerId: ref(() => people.id).notNull(),
    departmentId: ref(() => departments.id).notNull(),
    creatorId: ref(() => people.id).notNull(),
    /** Somebody has been asked to take it over, and not all have confirmed. */
    handoverId: ref(() => clientHandovers.id),
    /** Of the follow-ups that are open, the next. */
    nextContactAt: time(),
    lastContactAt: time(),
    archivedAt: time(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    /** Next contact first, archived ones last (`lib/clients/order.ts`). */
    sortKey: int().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("clients_order").on(t.sortKey, t.id),
    index("clients_owner").on(t.ownerId, t.sortKey, t.id),
    index("clients_department").on(t.departmentId, t.sortKey, t.id),
    index("clients_updated").on(t.updatedAt, t.id),
    index("clients_name").on(t.nameKey),
    index("clients_short").on(t.shortKey),
    index("clients_code").on(t.creditCode),
    index("clients_handover").on(t.handoverId),
  ],
)

export const clientContacts = table(
  "client_contacts",
  {
    id: id(),
    clientId: ref(() => clients.id, "cascade").notNull(),
    name: text().notNull(),
    position: text().notNull().default(""),
    phone: text().notNull().default(""),
    email: text().notNull().default(""),
    wechat: text().notNull().default(""),
    /** Whom one calls first. */
    main: bool().notNull().default(false),
    createdAt: time().notNull(),
  },
  (t) => [index("client_contacts_client").on(t.clientId)],
)

/** 沟通记录, in the fields of template T4. */
export const communications = table(
  "communications",
  {
    id: id(),
    clientId: ref(() => clients.id, "cascade").notNull(),
    /** Kept as a name: people at clients come and go. */
    contactName: text().notNull().default(""),
    at: time().notNull(),
    method: oneOf(methods).notNull(),
    topic: text().notNull(),
    need: text().notNull().default(""),
    response: text().notNull().default(""),
    ownerId: ref(() => people.id).notNull(),
    plan: text().notNull().default(""),
    /** When work begins on the day of the next contact. */
    nextAt: time(),
    /** When the follow-up was done, or wasn't needed any more. */
    settledAt: time(),
    /** When the follow-up is spoken of next. */
    remindAt: time(),
    recorderId: ref(() => people.id).notNull(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    /** When what it says was last corrected; follow-ups that are done change it without. */
    correctedAt: time(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("communications_client").on(t.clientId, t.at, t.id),
    index("communications_owner").on(t.ownerId, t.nextAt),
    index("communications_remind").on(t.remindAt),
    index("communications_at").on(t.at, t.id),
  ],
)

/**
 * Who has handed a client over, and when: what they were responsible for until then stays theirs in
 * its history, and lets them in no more.
 */
export const clientFormerOwners = table(
  "client_former_owners",
  {
    clientId: ref(() => clients.id, "cascade").notNull(),
    personId: ref(() => people.id).notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.personId] })],
)

export const dossierReasons = ["month", "archived", "guest"] as const

/** 客户档案库: what was exchanged with outsiders in one stretch of time, sealed. */
export const clientDossiers = table(
  "client_dossiers",
  {
    id: id(),
    clientId: ref(() => clients.id, "cascade").notNull(),
    /** Its number among the client's: the order of the chain. */
    nth: int().notNull(),
    reason: oneOf(dossierReasons).notNull(),
    /** Covers what happened after the first and up to the second. */
    fromAt: time().notNull(),
    toAt: time().notNull(),
    madeAt: time().notNull(),
    records: int().notNull(),
    files: int().notNull(),
    size: int().notNull(),
    /** Of its bytes. */
    sha256: text().notNull(),
    /** Over the seal before it and itself; see `lib/clients/dossier-seal.ts`. */
    seal: text().notNull(),
    previous: ref((): AnyColumn => clientDossiers.id),
    /** What a search finds it by. */
    words: text().notNull(),
  },
  (t) => [uniqueIndex("client_dossiers_nth").on(t.clientId, t.nth)],
)

/** Up to when a client's archive holds everything, and what asks for a dossier before the month ends. */
export const dossierPositions = table(
  "dossier_positions",
  {
    clientId: ref(() => clients.id, "cascade").primaryKey(),
    upTo: time().notNull(),
    wantedAt: time(),
    wantedFor: oneOf(dossierReasons),
  },
  (t) => [
    index("dossier_positions_due").on(t.upTo, t.clientId),
    index("dossier_positions_wanted").on(t.wantedAt),
  ],
)
