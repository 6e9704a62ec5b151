"use server"

import { z } from "zod"
import { action } from "@/lib/action"
import { readDay } from "@/lib/platform/written-days"
import { resolvePerson } from "./finding"
import { findLeave } from "./leave"
import { canSetLeave } from "./leave-policy"
import { findPerson } from "./person"
import { endLeave, takeLeave } from "./taking-leave"

const id = z.coerce.number().int().positive()
const day = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const read = readDay(typed)
    if (!read) context.addIssue({ code: "custom", message: "people.leave.badDay" })
    return read ?? z.NEVER
  })

export const takeLeaveAction = action({
  name: "people.take_leave",
  input: z.strictObject({
    id,
    firstDay: day,
    lastDay: day,
    deputy: z.string().trim().max(100).default(""),
    note: z.string().trim().max(200).default(""),
  }),
  limit: { times: 30, per: 60 },
  load: (ctx, input) => findPerson(ctx.tx, input.id),
  can: (actor, person) => canSetLeave(actor, person.id),
  run: async (ctx, person, { deputy, firstDay, lastDay, note }) => {
    const deputyId = deputy === "" ? null : await resolvePerson(ctx.tx, deputy, "deputy")
    await takeLeave(ctx, person.id, { firstDay, lastDay, deputyId, note })
    return true
  },
})

export const endLeaveAction = action({
  name: "people.end_leave",
  input: z.strictObject({ id }),
  load: (ctx, input) => findLeave(ctx.tx, input.id),
  can: (actor, leave) => canSetLeave(actor, leave.personId),
  run: async (ctx, leave) => {
    await endLeave(ctx, leave)
    return true
  },
})
