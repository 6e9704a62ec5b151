"use server"

import { action } from "@/lib/action"
import { addMaterial, markMaterialRead, removeMaterial } from "./adding-material"
import {
  namedMeeting,
  namedRow,
  newMaterial,
  newRow,
  nudge,
  pointText,
  publishedMinutes,
  readMaterial,
  resolutionText,
} from "./inputs"
import { seenMeeting } from "./meeting"
import { numberLock } from "./minutes-number"
import { markMinutesRead } from "./minutes-reading"
import { nudgeResolutions } from "./nudging"
import { addPoint, removePoint, savePoint } from "./points"
import { canAttach, canPublishMinutes, canSee, canWrite } from "./policy"
import { publishMinutes } from "./publishing-minutes"
import { maybePerson, momentOf } from "./reading-input"
import { addResolution, removeResolution, restoreResolution, saveResolution } from "./resolutions"
import { canNudge, seenResolutions } from "./seen-resolutions"

export const addPointAction = action({
  name: "meetings.add_point",
  input: newRow,
  load: seenMeeting,
  can: canWrite,
  run: (ctx, meeting, { topic }) => addPoint(ctx, meeting, topic),
})

export const savePointAction = action({
  name: "meetings.save_point",
  input: pointText,
  load: seenMeeting,
  can: canWrite,
  run: (ctx, meeting, { speaker, row, version, text }) =>
    savePoint(ctx, meeting, { row, version, text, ...speaker }),
})

export const removePointAction = action({
  name: "meetings.remove_point",
  input: namedRow,
  load: seenMeeting,
  can: canWrite,
  run: (ctx, meeting, { row }) => removePoint(ctx, meeting, row),
})

export const addResolutionAction = action({
  name: "meetings.add_resolution",
  input: newRow,
  load: seenMeeting,
  can: canWrite,
  run: (ctx, meeting, { topic }) => addResolution(ctx, meeting, topic),
})

export const saveResolutionAction = action({
  name: "meetings.save_resolution",
  input: resolutionText,
  load: seenMeeting,
  can: canWrite,
  run: async (ctx, meeting, { row, version, text, owner, due }) =>
    saveResolution(ctx, meeting, {
      ...{ row, version, text, dueAt: due === null ? null : await momentOf(due) },
      ownerId: await maybePerson(ctx.tx, owner, "owner"),
    }),
})

export const removeResolutionAction = action({
  name: "meetings.remove_resolution",
  input: namedRow,
  load: seenMeeting,
  can: canWrite,
  run: (ctx, meeting, { row }) => removeResolution(ctx, meeting, row),
})

export const restoreResolutionAction = action({
  name: "meetings.restore_resolution",
  input: namedRow,
  load: seenMeeting,
  can: canWrite,
  run: (ctx, meeting, { row }) => restoreResolution(ctx, meeting, row),
})

export const publishMinutesAction = action({
  name: "meetings.publish_minutes",
  input: publishedMinutes,
  load: seenMeeting,
  can: canPublishMinutes,
  lock: () => numberLock,
  run: publishMinutes,
  next: (_, { id }) => `/meetings/${id}/minutes`,
})

export const readMinutesAction = action({
  name: "meetings.read_minutes",
  input: namedMeeting,
  load: seenMeeting,
  can: canSee,
  run: markMinutesRead,
})

export const addMaterialAction = action({
  name: "meetings.add_material",
  input: newMaterial,
  load: seenMeeting,
  can: (actor, meeting, { topic }) => canAttach(actor, meeting, topic),
  run: (ctx, meeting, { topic, file }) => addMaterial(ctx, meeting, topic, file),
})

export const removeMaterialAction = action({
  name: "meetings.remove_material",
  input: newMaterial,
  load: seenMeeting,
  can: (actor, meeting, { topic }) => canAttach(actor, meeting, topic),
  run: (ctx, meeting, { topic, file }) => removeMaterial(ctx, meeting, topic, file),
})

export const readMaterialAction = action({
  name: "meetings.read_material",
  input: readMaterial,
  load: seenMeeting,
  can: canSee,
  run: (ctx, meeting, { file }) => markMaterialRead(ctx, meeting, file),
})

export const nudgeResolutionsAction = action({
  name: "meetings.nudge",
  input: nudge,
  load: seenResolutions,
  can: canNudge,
  run: nudgeResolutions,
})
