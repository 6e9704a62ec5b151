"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { atLeast, levelOn } from "@/lib/platform/actor"
import { savedView } from "./inputs-detail"
import { seenView } from "./task-view"
import { removeView, saveView } from "./viewing"

/** Everybody may keep a view for themselves; sharing one is for who may put tasks there. */
export const saveViewAction = action({
  name: "tasks.view_save",
  input: savedView,
  load: nothing,
  can: () => true,
  run: (ctx, _, { share, ...view }) =>
    saveView(ctx, {
      ...view,
      departmentId: share?.kind === "department" ? share.id : null,
      groupId: share?.kind === "group" ? share.id : null,
    }),
})

export const removeViewAction = action({
  name: "tasks.view_remove",
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  load: seenView,
  can: (actor, view) => view.personId === actor.personId || atLeast(levelOn(actor, view), "admin"),
  run: removeView,
})
