"use server"

import { action } from "@/lib/action"
import { resolvePerson } from "@/lib/people/finding"
import { askHandover } from "./asking-handover"
import { seenClient } from "./client"
import { answerHandover, canAnswer, seenHandover } from "./confirming"
import { askedHandover, handoverAnswer } from "./handover-inputs"
import { canHandOver } from "./policy"

export const askHandoverAction = action({
  name: "clients.hand_over",
  input: askedHandover,
  load: seenClient,
  can: canHandOver,
  run: async (ctx, client, { to, note, what }) => {
    const toId = await resolvePerson(ctx.tx, to, "to")
    await askHandover(ctx, client, { toId, note, all: what === "all" })
  },
  next: (_, { id }) => `/clients/${id}`,
})

export const answerHandoverAction = action({
  name: "clients.answer_handover",
  input: handoverAnswer,
  load: seenHandover,
  can: (actor, seen, { answer }) => canAnswer(actor, seen, answer),
  run: (ctx, seen, { answer }) => answerHandover(ctx, seen, answer),
})
