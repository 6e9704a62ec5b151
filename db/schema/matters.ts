import { index, int, oneOf, primaryKey, ref, table, text, time } from "../columns"
import { groups } from "./groups"
import { departments, people, sensitivities } from "./people"
import { priorities } from "./tasks"

export const matterStates = ["pending", "doing", "done", "blocked"] as const

export const matters = table(
  "matters",
  {
    /** The number without its XS: year, month and running number of the month (`lib/matters/numbers.ts`). */
    id: int().primaryKey(),
    description: text().notNull(),
    goal: text().notNull().default(""),
    background: text().notNull().default(""),
    /** The department that initiates it. */
    departmentId: ref(() => departments.id).notNull(),
    ownerId: ref(() => people.id).notNull(),
    creatorId: ref(() => people.id).notNull(),
    sensitivityId: ref(() => sensitivities.id),
    groupId: ref(() => groups.id),
    /** The record it was made from: `message` and its number. */
    sourceKind: text(),
    sourceId: int(),
    urgency: oneOf(priorities).notNull().default("medium"),
    /** The end of the day that it is planned for. */
    dueAt: time(),
    state: oneOf(matterStates).notNull().default("pending"),
    remark: text().notNull().default(""),
    /** While it is blocked: what is needed, from whom, and the department that holds it up. */
    support: text().notNull().default(""),
    supportFromId: ref(() => people.id),
    heldUpId: ref(() => departments.id),
    blockedById: ref(() => people.id),
    blockedAt: time(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    doneAt: time(),
    /** State first, then due time: the order of every list (`lib/matters/order.ts`). */
    sortKey: int().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("matters_order").on(t.sortKey, t.id),
    index("matters_owner").on(t.ownerId, t.sortKey, t.id),
    index("matters_department").on(t.departmentId, t.sortKey, t.id),
    index("matters_source").on(t.sourceKind, t.sourceId),
    index("matters_support").on(t.supportFromId, t.state),
  ],
)

/** What each department does for a matter, and who answers for it; the initiating one has a part too. */
export const matterParts = table(
  "matter_parts",
  {
    matterId: ref(() => matters.id, "cascade").notNull(),
    departmentId: ref(() => departments.id).notNull(),
    ownerId: ref(() => people.id).notNull(),
    work: text().notNull().default(""),
    askedAt: time().notNull(),
    confirmedAt: time(),
    confirmedById: ref(() => people.id),
    /** How often the responsible person was reminded, and when last. */
    nudges: int().notNull().default(0),
    nudgedAt: time(),
  },
  (t) => [
    primaryKey({ columns: [t.matterId, t.departmentId] }),
    index("matter_parts_owner").on(t.ownerId, t.confirmedAt),
    index("matter_parts_department").on(t.departmentId, t.matterId),
  ],
)
