"use server"

import { action } from "@/lib/action"
import { resolvePerson } from "@/lib/people/finding"
import { minutesRemark, plainPoint, plainResolution } from "./inputs-record"
import { seenMeeting } from "./meeting"
import { writePoint, writeResolution } from "./plain-writing"
import { canWrite } from "./policy"
import { momentOf } from "./reading-input"
import { saveRemark } from "./remark"

export const writePointAction = action({
  name: "meetings.write_point",
  input: plainPoint,
  load: seenMeeting,
  can: canWrite,
  run: (ctx, meeting, { topic, text, speaker }) =>
    writePoint(ctx, meeting, { topic, text, ...speaker }),
})

export const writeResolutionAction = action({
  name: "meetings.write_resolution",
  input: plainResolution,
  load: seenMeeting,
  can: canWrite,
  run: async (ctx, meeting, { topic, text, owner, due }) =>
    writeResolution(ctx, meeting, {
      ...{ topic, text, dueAt: await momentOf(due) },
      ownerId: await resolvePerson(ctx.tx, owner, "owner"),
    }),
})

export const saveRemarkAction = action({
  name: "meetings.save_remark",
  input: minutesRemark,
  load: seenMeeting,
  can: canWrite,
  run: (ctx, meeting, { remark }) => saveRemark(ctx, meeting, remark),
})
