import { int, lastingId, ref, table, text, uniqueIndex } from "../columns"

/**
 * One row per record that can be found. Its tokens live in the engine's full-text index
 * (`search_index`, made in a migration), under the same id.
 */
export const searchRows = table(
  "search_rows",
  {
    id: lastingId(),
    kind: text().notNull(),
    recordId: int().notNull(),
    /** Hash of what was indexed, so that an unchanged record is left alone. */
    hash: text().notNull(),
  },
  (t) => [uniqueIndex("search_rows_record").on(t.kind, t.recordId)],
)

/**
 * What goes into SQLite's full-text index with the next portion (decision 38). PostgreSQL's index
 * keeps such a list itself.
 */
export const searchWaiting = table("search_waiting", {
  id: ref(() => searchRows.id, "cascade").primaryKey(),
  /** With a space before and behind every token. */
  tokens: text().notNull(),
  who: text().notNull(),
})
