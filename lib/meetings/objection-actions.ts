"use server"

import { action } from "@/lib/action"
import { newObjection, objectionAnswer } from "./inputs-record"
import { seenMeeting } from "./meeting"
import { answerObjection, objectTo } from "./objecting"
import { canAnswerObjection, canObject } from "./policy"

export const objectAction = action({
  name: "meetings.object",
  input: newObjection,
  load: seenMeeting,
  can: canObject,
  run: objectTo,
})

export const answerObjectionAction = action({
  name: "meetings.answer_objection",
  input: objectionAnswer,
  load: seenMeeting,
  can: canAnswerObjection,
  run: answerObjection,
})
