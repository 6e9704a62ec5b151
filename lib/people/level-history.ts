import { and, desc, eq, inArray, isNotNull, max, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { events, ofType } from "@/db/schema/events"
import { levels, people, staffImportChanges, staffImports } from "@/db/schema/people"
import type { Level } from "@/lib/platform/actor"

export interface LevelLine {
  key: string
  at: Date
  /** null where nobody signed in did it. */
  by: { id: number; name: string; face: number | null } | null
  name: string
  before: Level | null
  after: Level | null
  reason: string
  imported: boolean
}

const most = 30
const levelled = "person.levelled"
const asLevel = (value: unknown): Level | null => levels.find((level) => level === value) ?? null

/** The last changes of levels in some departments, newest first: heads' own and imported ones. */
export async function levelHistory(db: Db, departmentIds: readonly number[]): Promise<LevelLine[]> {
  const found = await Promise.all([byHeads(db, departmentIds), byImports(db, departmentIds)])
  return found
    .flat()
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, most)
}

async function byHeads(db: Db, departmentIds: readonly number[]): Promise<LevelLine[]> {
  const doer = alias(people, "doer")
  const rows = await db
    .select({
      id: events.id,
      at: events.at,
      data: events.data,
      name: people.name,
      byId: doer.id,
      byName: doer.name,
      face: doer.faceFileId,
    })
    .from(events)
    .innerJoin(people, eq(people.id, events.recordId))
    .leftJoin(doer, and(eq(events.actorKind, "person"), eq(doer.id, events.actorId)))
    .where(and(ofType(levelled), inArray(people.departmentId, idsIn(departmentIds))))
    .orderBy(desc(events.id))
    .limit(most)
  return rows.map(({ id, at, data, name, byId, byName, face }) => ({
    key: `event-${id}`,
    at,
    by: byId === null ? null : { id: byId, name: byName ?? "", face },
    name,
    before: asLevel(data.before),
    after: asLevel(data.after),
    reason: typeof data.reason === "string" ? data.reason : "",
    imported: false,
  }))
}

async function byImports(db: Db, departmentIds: readonly number[]): Promise<LevelLine[]> {
  const doer = alias(people, "doer")
  const level = sql`${staffImportChanges.after} ->> 'level'`
  const rows = await db
    .select({
      id: staffImportChanges.id,
      at: staffImports.at,
      before: staffImportChanges.before,
      after: staffImportChanges.after,
      name: people.name,
      byId: doer.id,
      byName: doer.name,
      face: doer.faceFileId,
    })
    .from(staffImportChanges)
    .innerJoin(staffImports, eq(staffImports.id, staffImportChanges.importId))
    .innerJoin(people, eq(people.id, staffImportChanges.personId))
    .leftJoin(doer, eq(doer.id, staffImports.personId))
    .where(
      and(
        inArray(people.departmentId, idsIn(departmentIds)),
        isNotNull(staffImportChanges.before),
        isNotNull(level),
        sql`${staffImportChanges.before} ->> 'level' is not null`,
      ),
    )
    .orderBy(desc(staffImportChanges.id))
    .limit(most)
  return rows.map(({ id, at, before, after, name, byId, byName, face }) => ({
    key: `import-${id}`,
    at,
    by: byId === null ? null : { id: byId, name: byName ?? "", face },
    name,
    before: asLevel(before?.level),
    after: asLevel(after.level),
    reason: "",
    imported: true,
  }))
}

/** When a head last set each one's level. */
export async function lastLevelled(db: Db, personIds: readonly number[]) {
  const rows = await db
    .select({ id: events.recordId, at: max(events.at) })
    .from(events)
    .where(and(ofType(levelled), inArray(events.recordId, idsIn(personIds))))
    .groupBy(events.recordId)
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])))
}
