import { and, eq, isNull, sql } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { departments, people, staffImportChanges, staffImports } from "@/db/schema/people"
import { isPerson } from "@/lib/platform/actor"
import { unindexMany } from "@/lib/platform/bulk-index"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { checkAfter } from "./import-checks"
import type { ImportRecord } from "./import-record"
import { rightsOf, writePlanned } from "./importing"
import { staffBook } from "./staff-book"
import { changesOf, type DoneChange, sorted } from "./undo-changes"
import { obstaclesTo } from "./undo-obstacles"

/**
 * Takes an import back: everybody as they were, and who and what it added gone, all or nothing.
 * @throws Refusal when something depends on it by now
 */
export async function undoImport(ctx: Ctx, done: ImportRecord): Promise<void> {
  const [book, changes] = [await staffBook(ctx.tx), await changesOf(ctx.tx, done.id)]
  const [first] = await obstaclesTo(ctx.tx, done, { book, changes, rights: rightsOf(ctx) })
  if (first)
    refuse("conflict", {
      sentence: `people.import.obstacle.${first.code}`,
      values: { names: first.names, count: first.count },
    })
  const { added, restored } = sorted(book, changes)
  checkAfter(book, [
    ...restored,
    ...added.map(({ id, values }) => ({
      id,
      before: values,
      after: { ...values, status: "left" as const },
    })),
  ])
  const departmentIds = new Map([...book.departments].map(([path, { id }]) => [path, id]))
  if (restored.length > 0) await writePlanned(ctx, book, restored, departmentIds)
  await leadAgain(ctx, changes)
  await removePeople(
    ctx,
    done.id,
    added.map(({ id }) => id),
  )
  for (const id of (done.departments ?? []).toReversed())
    await ctx.tx.delete(departments).where(eq(departments.id, id))
  await organisationChanged(ctx)
  const undoneById = isPerson(ctx.actor) ? ctx.actor.personId : null
  await ctx.tx
    .update(staffImports)
    .set({ undoneAt: ctx.now, undoneById })
    .where(eq(staffImports.id, done.id))
  const data = {
    restored: restored.length,
    removed: added.map(({ values }) => values.staffNo).slice(0, 1_000),
    departments: done.departments?.length ?? 0,
  }
  emit(ctx, { type: "import.undone", recordId: done.id, data })
}

async function leadAgain(ctx: Ctx, changes: readonly DoneChange[]): Promise<void> {
  for (const { personId, leads } of changes)
    if (leads.length > 0)
      await ctx.tx
        .update(departments)
        .set({ headId: personId })
        .where(and(sql`${departments.id} in ${idsIn(leads)}`, isNull(departments.headId)))
}

async function removePeople(ctx: Ctx, importId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const these = idsIn(ids)
  await ctx.tx.update(people).set({ managerId: null }).where(sql`${people.id} in ${these}`)
  await ctx.tx
    .update(departments)
    .set({ headId: null })
    .where(sql`${departments.headId} in ${these}`)
  await ctx.tx
    .delete(staffImportChanges)
    .where(
      and(
        eq(staffImportChanges.importId, importId),
        sql`${staffImportChanges.personId} in ${these}`,
      ),
    )
  await ctx.tx.delete(people).where(sql`${people.id} in ${these}`)
  await unindexMany(ctx.tx, "person", ids)
}
