import { and, asc, count, eq, inArray, or } from "drizzle-orm"
import { matterParts, matters } from "@/db/schema/matters"
import type { Labelled } from "@/lib/platform/module"

/** Matters under labels, done ones too: whoever isn't cleared any more could open none of them. */
export const labelledMatters: Labelled = {
  kind: "matter",
  count: async (db, sensitivityId) => {
    const [row] = await db
      .select({ count: count() })
      .from(matters)
      .where(eq(matters.sensitivityId, sensitivityId))
    return row?.count ?? 0
  },
  ownedBy: async (db, sensitivityId, personId) => {
    const answered = db
      .select({ id: matterParts.matterId })
      .from(matterParts)
      .where(eq(matterParts.ownerId, personId))
    const rows = await db
      .select({ id: matters.id })
      .from(matters)
      .where(
        and(
          eq(matters.sensitivityId, sensitivityId),
          or(eq(matters.ownerId, personId), inArray(matters.id, answered)),
        ),
      )
      .orderBy(asc(matters.sortKey), asc(matters.id))
    return rows.map(({ id }) => id)
  },
  // Whoever takes part answers for something, and that goes by `openMatters`.
  leave: async () => {},
}
