"use server"

import { action } from "@/lib/action"
import { answerRequest } from "./answering-requests"
import { changeRequest, requestAnswer } from "./inputs-detail"
import { canAnswer, canRequest } from "./policy"
import { readFields } from "./reading-input"
import { requestChange } from "./requesting"
import { seenTask } from "./task"

export const requestChangeAction = action({
  name: "tasks.request",
  input: changeRequest,
  load: seenTask,
  can: canRequest,
  run: async (ctx, task, { due, owner, description, reason }) => {
    const read = await readFields(ctx.tx, { due, ...(owner !== null && { owner }) })
    const { dueAt = null, ownerId = null } = read
    return requestChange(ctx, task, { dueAt, ownerId, description, reason })
  },
  limit: { times: 20, per: 60 },
})

export const answerRequestAction = action({
  name: "tasks.answer_request",
  input: requestAnswer,
  load: seenTask,
  can: canAnswer,
  run: (ctx, task, { request, ...answer }) => answerRequest(ctx, task, request, answer),
})
