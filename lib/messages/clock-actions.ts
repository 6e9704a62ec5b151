"use server"

import { action } from "@/lib/action"
import { answerByHand, mayAnswer, openForMessage } from "./clock-by-hand"
import { asked } from "./inputs"

export const answerClockAction = action({
  name: "messages.answered",
  input: asked,
  load: openForMessage,
  can: mayAnswer,
  run: answerByHand,
})
