"use server"

import { action } from "@/lib/action"
import { refuse } from "@/lib/platform/refusal"
import { seenClient } from "./client"
import { canCorrect, canSettle, seenCommunication } from "./communication"
import {
  editedCommunication,
  newCommunication,
  oneCommunication,
  postponed,
} from "./communication-inputs"
import { postponeFollowUp, settleFollowUp } from "./follow-ups"
import { canRecord } from "./policy"
import { readCommunication } from "./reading-input"
import { correctCommunication, recordCommunication } from "./recording"

export const recordCommunicationAction = action({
  name: "clients.record",
  input: newCommunication,
  load: seenClient,
  can: canRecord,
  run: async (ctx, client, { id: _, ...fields }) => {
    const usual = { ownerId: ctx.actor.personId, at: ctx.now }
    return recordCommunication(ctx, client, await readCommunication(ctx.tx, fields, usual))
  },
  next: (_, { id }) => `/clients/${id}`,
})

export const correctCommunicationAction = action({
  name: "clients.correct",
  input: editedCommunication,
  load: seenCommunication,
  can: (actor, { client, record }) => canCorrect(actor, client, record),
  run: async (ctx, { client, record }, { id: _, communication: __, version, ...fields }) => {
    if (version !== record.version) refuse("conflict")
    const content = await readCommunication(ctx.tx, fields, record)
    return correctCommunication(ctx, client, record, content)
  },
  next: (_, { id }) => `/clients/${id}`,
})

export const settleFollowUpAction = action({
  name: "clients.settle",
  input: oneCommunication,
  load: seenCommunication,
  can: (actor, { client, record }) => canSettle(actor, client, record),
  run: settleFollowUp,
})

export const postponeFollowUpAction = action({
  name: "clients.postpone",
  input: postponed,
  load: seenCommunication,
  can: (actor, { client, record }) => canSettle(actor, client, record),
  run: (ctx, seen, { next }) => postponeFollowUp(ctx, seen, next),
})
