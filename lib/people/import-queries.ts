import { and, asc, count, desc, eq, gt, isNull } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import { db } from "@/db/engine"
import { people, staffImportChanges, staffImports } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { findImport } from "./import-record"
import { rightsOf } from "./importing"
import { staffBook } from "./staff-book"
import { changesOf } from "./undo-changes"
import { obstaclesTo } from "./undo-obstacles"

const lately = 5
const onPage = 100

/** The last imports, for people who may import. */
export const lastImports = () =>
  db()
    .select({
      id: staffImports.id,
      at: staffImports.at,
      added: staffImports.added,
      changed: staffImports.changed,
      undoneAt: staffImports.undoneAt,
      by: people.name,
    })
    .from(staffImports)
    .leftJoin(people, eq(people.id, staffImports.personId))
    .orderBy(desc(staffImports.id))
    .limit(lately)

export async function activePeople(): Promise<number> {
  const [row] = await db().select({ n: count() }).from(people).where(isNull(people.disabledAt))
  return row?.n ?? 0
}

/** One import with a page of what it did; null when there is none. */
export async function importPage(actor: PersonActor, id: number, after = 0) {
  const done = await findImport(db(), id)
  if (!done) return null
  const [rows, by, obstacles] = await Promise.all([
    changedPeople(id, after),
    whoDid(id),
    obstaclesNow(actor, done),
  ])
  const changes = rows.slice(0, onPage)
  const next = rows.length > onPage ? (changes.at(-1)?.id ?? null) : null
  return { done, changes, next, ...by, obstacles }
}

export type ImportPage = NonNullable<Awaited<ReturnType<typeof importPage>>>

const changedPeople = (importId: number, after: number) =>
  db()
    .select({
      id: staffImportChanges.id,
      before: staffImportChanges.before,
      after: staffImportChanges.after,
      personId: people.id,
      staffNo: people.staffNo,
      name: people.name,
    })
    .from(staffImportChanges)
    .innerJoin(people, eq(people.id, staffImportChanges.personId))
    .where(and(eq(staffImportChanges.importId, importId), gt(staffImportChanges.id, after)))
    .orderBy(asc(staffImportChanges.id))
    .limit(onPage + 1)

async function whoDid(id: number) {
  const undoer = alias(people, "undoer")
  const [row] = await db()
    .select({ by: people.name, undoneBy: undoer.name })
    .from(staffImports)
    .leftJoin(people, eq(people.id, staffImports.personId))
    .leftJoin(undoer, eq(undoer.id, staffImports.undoneById))
    .where(eq(staffImports.id, id))
  return { by: row?.by ?? null, undoneBy: row?.undoneBy ?? null }
}

async function obstaclesNow(
  actor: PersonActor,
  done: NonNullable<Awaited<ReturnType<typeof findImport>>>,
) {
  if (done.undoneAt) return []
  const [book, changes] = await Promise.all([staffBook(db()), changesOf(db(), done.id)])
  return obstaclesTo(db(), done, { book, changes, rights: rightsOf({ actor }) })
}
