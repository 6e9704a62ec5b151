import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { attachFiles, dropFile, filesOf } from "@/lib/platform/files/attaching"
import { refuse } from "@/lib/platform/refusal"
import { canEdit } from "./policy"
import type { Task } from "./task"

type Own = Ctx & { actor: PersonActor }

/** Files of one task. */
export const mostFiles = 100

/** @throws Refusal when the task has as many as it can hold, or one isn't the actor's to attach */
export async function addFiles(ctx: Own, task: Task, fileIds: readonly number[]): Promise<void> {
  const present = await filesOf("task", task.id, ctx.tx)
  if (present.length + fileIds.length > mostFiles)
    refuse("invalid", { sentence: "tasks.error.manyFiles", values: { most: mostFiles } })
  await attachFiles(ctx, "task", task.id, fileIds)
  emit(ctx, { type: "task.files_added", recordId: task.id, data: { fileIds } })
}

/** Whoever sent a file may take it off again, and whoever may edit the task. */
export async function removeFile(ctx: Own, task: Task, fileId: number): Promise<void> {
  const file = (await filesOf("task", task.id, ctx.tx)).find(({ id }) => id === fileId)
  if (!file) return refuse("not_found")
  if (file.ownerId !== ctx.actor.personId && !canEdit(ctx.actor, task)) refuse("forbidden")
  await dropFile(ctx, "task", task.id, fileId)
  emit(ctx, { type: "task.file_removed", recordId: task.id, data: { fileId } })
}
