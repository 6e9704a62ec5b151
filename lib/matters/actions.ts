"use server"

import { action, nothing } from "@/lib/action"
import { resolvePerson } from "@/lib/people/finding"
import { commentWith } from "@/lib/platform/files/attachments"
import { requireSource, sourceIn } from "@/lib/tasks/source"
import { confirmPart, nudgePart, seenPart } from "./confirming"
import { createMatter } from "./creating"
import { editMatter } from "./editing"
import {
  editedMatter,
  matterComment,
  matterState,
  matterSupport,
  newMatter,
  newSubTask,
  ownPart,
} from "./inputs"
import { seenMatter } from "./matter"
import { blockMatter, moveMatter } from "./moving"
import { numberLock } from "./numbers"
import { canComment, canConfirm, canCreate, canEdit, canHome, canMove, canNudge } from "./policy"
import { endOf, readContent } from "./reading-input"
import { addSubTask } from "./sub-tasks"

export const createMatterAction = action({
  name: "matters.create",
  input: newMatter,
  load: nothing,
  can: canCreate,
  lock: () => numberLock,
  run: async (ctx, _, { department, source, ...input }) =>
    createMatter(ctx, department, {
      ...(await readContent(ctx.tx, input)),
      source: source ? await requireSource(ctx.tx, ctx.actor, sourceIn(source)) : null,
    }),
  next: (id) => `/matters/${id}`,
})

export const saveMatterAction = action({
  name: "matters.edit",
  input: editedMatter,
  load: seenMatter,
  can: canEdit,
  run: async (ctx, matter, input) =>
    editMatter(ctx, matter, input.version, await readContent(ctx.tx, input), input.reason),
  next: (_, { id }) => `/matters/${id}`,
})

export const moveMatterAction = action({
  name: "matters.move",
  input: matterState,
  load: seenMatter,
  can: (actor, matter, { state }) => canMove(actor, matter, state),
  run: (ctx, matter, { state }) => moveMatter(ctx, matter, state),
  next: (_, { id }) => `/matters/${id}`,
})

export const blockMatterAction = action({
  name: "matters.block",
  input: matterSupport,
  load: seenMatter,
  can: (actor, matter) => canMove(actor, matter, "blocked"),
  run: async (ctx, matter, { support, from }) =>
    blockMatter(ctx, matter, { support, fromId: await resolvePerson(ctx.tx, from, "from") }),
  next: (_, { id }) => `/matters/${id}`,
})

export const confirmPartAction = action({
  name: "matters.confirm",
  input: ownPart,
  load: seenPart,
  can: (actor, { matter, part }) => canConfirm(actor, matter, part),
  run: confirmPart,
})

export const nudgePartAction = action({
  name: "matters.nudge",
  input: ownPart,
  load: seenPart,
  can: (actor, { matter, part }) => canNudge(actor, matter, part),
  run: nudgePart,
})

export const addSubTaskAction = action({
  name: "matters.task",
  input: newSubTask,
  load: seenPart,
  can: (actor, { part }) => canHome(actor, part.departmentId),
  run: async (ctx, { matter, part }, { name, owner, due }) =>
    addSubTask(ctx, matter, {
      ...{ departmentId: part.departmentId, name, dueAt: await endOf(due) },
      ownerId: await resolvePerson(ctx.tx, owner, "owner"),
    }),
  next: (_, { id }) => `/matters/${id}`,
})

export const commentMatterAction = action({
  name: "matters.comment",
  input: matterComment,
  load: seenMatter,
  can: canComment,
  run: (ctx, { id }, { body, files }) => commentWith(ctx, "matter", id, body, files),
})
