import { and, asc, eq } from "drizzle-orm"
import { files } from "@/db/schema/platform"
import type { PersonActor } from "../actor"
import type { Ctx } from "../context"
import { emit } from "../events"

type Own = Ctx & { actor: PersonActor }

const hangingOn = (kind: string, recordId: number) =>
  and(eq(files.kind, kind), eq(files.recordId, recordId))

/**
 * The files of a record once more, as if the actor had just sent them: they hang nowhere yet, and
 * their bytes lie in the store once. The caller has checked that the actor may open them.
 * @returns their ids
 */
export async function copyFiles(ctx: Own, kind: string, recordId: number): Promise<number[]> {
  const rows = await ctx.tx
    .select()
    .from(files)
    .where(hangingOn(kind, recordId))
    .orderBy(asc(files.id))
    .limit(200)
  if (rows.length === 0) return []
  const own = { kind: null, recordId: null, ownerId: ctx.actor.personId, createdAt: ctx.now }
  const copies = await ctx.tx
    .insert(files)
    .values(rows.map(({ id: _, ...row }) => ({ ...row, ...own })))
    .returning({ id: files.id, size: files.size, type: files.type })
  for (const { id, size, type } of copies)
    emit(ctx, { type: "file.added", recordId: id, data: { size, type } })
  return copies.map(({ id }) => id)
}

/**
 * Takes the files off a record for the actor to hang on another. The caller has checked that the
 * actor may, and hangs them up in the same transaction.
 * @returns their ids
 */
export async function takeFiles(ctx: Own, kind: string, recordId: number): Promise<number[]> {
  const taken = await ctx.tx
    .update(files)
    .set({ kind: null, recordId: null, ownerId: ctx.actor.personId })
    .where(hangingOn(kind, recordId))
    .returning({ id: files.id })
  return taken.map(({ id }) => id).toSorted((a, b) => a - b)
}
