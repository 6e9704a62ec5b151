import { and, eq, inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { matters } from "@/db/schema/matters"

/** Matters that were made from records of another kind, by those records. */
export async function mattersFrom(
  on: Db,
  kind: string,
  ids: readonly number[],
): Promise<Map<number, number[]>> {
  const rows = await on
    .select({ id: matters.id, from: matters.sourceId })
    .from(matters)
    .where(and(eq(matters.sourceKind, kind), inArray(matters.sourceId, [...ids])))
    .limit(500)
  const found = new Map<number, number[]>()
  for (const { id, from } of rows)
    if (from !== null) found.set(from, [...(found.get(from) ?? []), id])
  return found
}
