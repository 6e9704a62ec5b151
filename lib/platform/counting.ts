import { count, type SQL, sql } from "drizzle-orm"
import type { SQLiteTable } from "drizzle-orm/sqlite-core"
import { db } from "@/db/engine"
import type { PersonActor } from "./actor"
import { type AnyReader, keptForReaders } from "./kept-for-readers"

/** Beside a tab or a place in the navigation more than that is 99+. */
const most = 100

type Given = Record<string, unknown>

/**
 * Counts records up to 100, as a reader may see them.
 * @param table of the records
 * @param shown which of them, in a view; what else changes with every call stays a placeholder
 */
export function counting<V extends string = "">(
  table: SQLiteTable,
  shown: (reader: AnyReader, view: V) => SQL | undefined,
) {
  const counted = keptForReaders((on, reader, view: V) => {
    const found = on
      .select({ one: sql`1`.as("one") })
      .from(table)
      .where(shown(reader, view))
      .limit(most)
      .as("found")
    return on.select({ count: count() }).from(found).prepare()
  })
  return async (actor: PersonActor, given?: Given, view?: V): Promise<number> => {
    const [row] = await counted(db(), actor, given, view)
    return row?.count ?? 0
  }
}

/** The same for several views, each beside its name. */
export async function countsBeside<V extends string>(
  views: readonly V[],
  count: (view: V) => Promise<number>,
): Promise<Map<V, number>> {
  return new Map(await Promise.all(views.map(async (view) => [view, await count(view)] as const)))
}
