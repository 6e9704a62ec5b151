import { id, int, table, text, uniqueIndex } from "../columns"

/**
 * One row per record that can be found. Its tokens live in the engine's full-text index
 * (`search_index`, made in a migration), under the same id.
 */
export const searchRows = table(
  "search_rows",
  {
    id: id(),
    kind: text().notNull(),
    recordId: int().notNull(),
    /** Hash of what was indexed, so that an unchanged record is left alone. */
    hash: text().notNull(),
  },
  (t) => [uniqueIndex("search_rows_record").on(t.kind, t.recordId)],
)
