"use server"

import { action, nothing } from "@/lib/action"
import { addAnswer, removeAnswer, seenAnswer } from "./canned"
import { answerFields, kindFields, oneOfThese } from "./inputs"
import { closeKind, saveKind } from "./kinds"
import { canRule, canWriteAnswers } from "./policy"

export const saveKindAction = action({
  name: "tickets.save_kind",
  input: kindFields,
  load: nothing,
  can: canRule,
  lock: () => "tickets.kinds",
  run: (ctx, _, { id, ...fields }) => saveKind(ctx, id, fields),
})

export const closeKindAction = action({
  name: "tickets.close_kind",
  input: oneOfThese,
  load: nothing,
  can: canRule,
  run: (ctx, _, { id }) => closeKind(ctx, id),
})

export const addAnswerAction = action({
  name: "tickets.add_answer",
  input: answerFields,
  load: nothing,
  can: (actor, _, { department }) => canWriteAnswers(actor, department),
  run: (ctx, _, input) => addAnswer(ctx, input),
})

export const removeAnswerAction = action({
  name: "tickets.remove_answer",
  input: oneOfThese,
  load: seenAnswer,
  can: (actor, answer) => canWriteAnswers(actor, answer.departmentId),
  run: (ctx, answer) => removeAnswer(ctx, answer),
})
