import { id, index, int, primaryKey, ref, table, text, time, uniqueIndex } from "../columns"

/** #tags, as they were first written. */
export const tags = table(
  "tags",
  {
    id: id(),
    name: text().notNull(),
    /** In small letters, for finding; pinyin initials too. */
    key: text().notNull(),
    initials: text().notNull().default(""),
    createdAt: time().notNull(),
  },
  (t) => [uniqueIndex("tags_key").on(t.key)],
)

/** Which records carry a tag. */
export const taggings = table(
  "taggings",
  {
    tagId: ref(() => tags.id, "cascade").notNull(),
    kind: text().notNull(),
    recordId: int().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.recordId, t.tagId] }),
    index("taggings_tag").on(t.tagId, t.kind, t.recordId),
  ],
)
