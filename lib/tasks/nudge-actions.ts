"use server"

import { action } from "@/lib/action"
import { nudgeAnswer } from "./inputs-detail"
import { answerNudge } from "./nudging"
import { canAnswerNudge } from "./policy"
import { readFields } from "./reading-input"
import { seenTask } from "./task"

export const answerNudgeAction = action({
  name: "tasks.answer_nudge",
  input: nudgeAnswer,
  load: seenTask,
  can: canAnswerNudge,
  run: async (ctx, task, { due, reason }) => {
    const { dueAt = null } = await readFields(ctx.tx, { due })
    return answerNudge(ctx, task, { reason, dueAt })
  },
})
