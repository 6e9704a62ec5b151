"use server"

import { z } from "zod"
import { levels } from "@/db/schema/people"
import { action } from "@/lib/action"
import type { Ctx } from "@/lib/platform/context"
import { organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { canManageAccount } from "./accounts-policy"
import { enablePerson, letGo } from "./disabling"
import { maybeId } from "./form-values"
import { handOver } from "./handover"
import { handoverInput, readPlan } from "./handover-plan"
import { canSetLevel, setLevel } from "./levels"
import { linkAddress, mailLink, makePasswordLink } from "./password-links"
import { findPerson } from "./person"

const named = z.strictObject({ id: z.coerce.number().int().positive() })

async function account(ctx: Ctx, { id }: { id: number }) {
  const person = await findPerson(ctx.tx, id)
  const administrator = (await organisation(ctx.tx)).duties.get(id)?.has("platform") ?? false
  return person && { ...person, administrator }
}

export const disablePersonAction = action({
  name: "people.disable",
  input: handoverInput,
  load: account,
  can: canManageAccount,
  run: async (ctx, person, input) => letGo(ctx, person, await readPlan(ctx.tx, input)),
})

/** For who left before anybody took over. */
export const handOverAction = action({
  name: "people.hand_over",
  input: handoverInput,
  load: account,
  can: canManageAccount,
  run: async (ctx, person, input) => {
    if (!person.disabledAt) refuse("conflict")
    await handOver(ctx, person.id, await readPlan(ctx.tx, input))
  },
})

export const enablePersonAction = action({
  name: "people.enable",
  input: named.extend({ department: maybeId }),
  lock: () => "departments",
  load: account,
  can: canManageAccount,
  run: (ctx, person, { department }) => enablePerson(ctx, person, department),
})

export const setLevelAction = action({
  name: "people.setLevel",
  input: named.extend({ level: z.enum(levels) }),
  load: account,
  can: canSetLevel,
  run: (ctx, person, { level }) => setLevel(ctx, person, level),
})

/** A link to print or hand over; it is shown once and never again. */
export const printLinkAction = action({
  name: "people.printLink",
  input: named,
  load: account,
  can: canManageAccount,
  run: async (ctx, person) => {
    if (person.disabledAt) refuse("conflict")
    return linkAddress(await makePasswordLink(ctx, person.id, "first"))
  },
})

export const mailLinkAction = action({
  name: "people.mailLink",
  input: named,
  load: account,
  can: canManageAccount,
  run: async (ctx, person) => {
    if (person.disabledAt) refuse("conflict")
    await mailLink(ctx, person, "first")
  },
})
