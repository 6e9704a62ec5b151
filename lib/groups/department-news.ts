import { and, asc, eq, isNull } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { staffImportChanges } from "@/db/schema/people"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { organisation } from "@/lib/platform/organisation"
import { archiveGroup } from "./archiving"
import { followFrom, stopRunning } from "./following"
import { findGroup } from "./group"

/*
 * What department groups do about people coming, going and moving, in the same transaction.
 */

export const personMoved = (ctx: Ctx, event: NewEvent): Promise<void> =>
  followFrom(ctx, { personIds: [event.recordId] })

export const departmentsMoved = (ctx: Ctx): Promise<void> => followFrom(ctx)

export async function headChanged(ctx: Ctx, event: NewEvent): Promise<void> {
  const before = event.data?.before
  if (typeof before === "number") await stopRunning(ctx, event.recordId, before)
  await followFrom(ctx)
}

/** A dissolved department's group is put away; what was said there stays readable. */
export async function departmentDissolved(ctx: Ctx, event: NewEvent): Promise<void> {
  const [row] = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.departmentId, event.recordId), isNull(groups.archivedAt)))
  const group = row && (await findGroup(ctx.tx, row.id))
  if (group) await archiveGroup(ctx, group)
}

/** Who was a head before the import and isn't after it runs nothing any more. */
export async function staffImported(ctx: Ctx, event: NewEvent): Promise<void> {
  const led = await ctx.tx
    .select({ departmentId: groups.departmentId })
    .from(groups)
    .where(and(eq(groups.kind, "department"), isNull(groups.archivedAt)))
  if (led.length === 0) return
  const org = await organisation(ctx.tx)
  const changes = await ctx.tx
    .select({ personId: staffImportChanges.personId, before: staffImportChanges.before })
    .from(staffImportChanges)
    .where(eq(staffImportChanges.importId, event.recordId))
    .orderBy(asc(staffImportChanges.id))
  const touched = changes.filter(({ before }) => before && "isHead" in before)
  for (const { personId } of touched)
    for (const { departmentId } of led)
      if (departmentId !== null && org.departments.get(departmentId)?.headId !== personId)
        await stopRunning(ctx, departmentId, personId)
  await followFrom(ctx)
}
