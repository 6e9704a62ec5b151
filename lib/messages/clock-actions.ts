"use server"

import { z } from "zod"
import { action } from "@/lib/action"
import { answerByHand, mayAnswer, openForMessage } from "./clock-by-hand"

export const answerClockAction = action({
  name: "messages.answered",
  input: z.strictObject({ messageId: z.coerce.number().int().positive() }),
  load: openForMessage,
  can: mayAnswer,
  run: answerByHand,
})
