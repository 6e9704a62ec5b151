import { sql } from "drizzle-orm"
import { index, int, oneOf, primaryKey, table, text, time } from "../columns"
import { levels } from "./people"

/**
 * Who may see which record, flattened: one row per record and principal
 * (`person:12`, `department:5`, `group:3`, `everyone`). Written by effects only.
 */
export const access = table(
  "access",
  {
    kind: text().notNull(),
    recordId: int().notNull(),
    principal: text().notNull(),
    level: oneOf(levels).notNull(),
    /** The sensitivity label, 0 for none: the reader must be cleared for it. */
    label: int().notNull().default(0),
    /** The record's place in its kind's usual order. */
    sortKey: int().notNull(),
    /** When the record is due, of kinds that have days: what a day has is found by it. */
    dueAt: time(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.recordId, t.principal] }),
    index("access_list").on(t.kind, t.principal, t.sortKey, t.recordId, t.label),
    index("access_due")
      .on(t.kind, t.principal, t.dueAt, t.recordId, t.label)
      .where(sql`due_at is not null`),
  ],
)
