import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import * as attachments from "@/lib/platform/files/attachments"
import { canEdit } from "./policy"
import type { Task } from "./task"

type Own = Ctx & { actor: PersonActor }

/** @throws Refusal when the task has as many as it can hold, or one isn't the actor's to attach */
export const addFiles = (ctx: Own, { id }: Task, fileIds: readonly number[]) =>
  attachments.addFiles(ctx, "task", id, fileIds)

/** @throws Refusal as `addFiles` */
export const commentOn = (ctx: Own, { id }: Task, body: string, fileIds: readonly number[]) =>
  attachments.commentWith(ctx, "task", id, body, fileIds)

/** Whoever sent a file may take it off again, and whoever may edit the task. */
export const removeFile = (ctx: Own, task: Task, fileId: number) =>
  attachments.removeFile(ctx, "task", task.id, fileId, canEdit(ctx.actor, task))
