"use server"

import { z } from "zod"
import { Refusal, refuse } from "@/lib/platform/refusal"
import { forgetSetupCode, isSetupCode } from "@/lib/platform/setup-code"
import { publicAction } from "@/lib/public-action"
import { deviceToken, keepEntered } from "./browser"
import { problemsOf, refuseWeak } from "./new-password"
import { differs, password, sameTwice } from "./password-inputs"
import { hashPassword } from "./passwords"
import { hasPeople, setUp } from "./setting-up"
import { administrator, calendarForm, company, weekOf } from "./setup-inputs"
import { begunSetup, keepSetup, setupState } from "./setup-state"
import { words } from "./words"

/** Twelve wrong codes in a quarter of an hour are enough. */
const guesses = { times: 12, per: 900 }

export const setupCompanyAction = publicAction({
  name: "people.setup_company",
  input: company.extend({ setupCode: z.string().max(40).default("") }),
  limit: guesses,
  prepare: async ({ setupCode }) => {
    const begun = await setupState()
    if (begun) return begun
    if (!isSetupCode(setupCode))
      refuse("invalid", { fields: { setupCode: "people.setup.badCode" } })
    return { code: setupCode }
  },
  run: async (ctx) => ((await hasPeople(ctx.tx)) ? new Refusal("not_found") : true),
  answer: (_, { setupCode: __, ...input }, begun) => keepSetup({ ...begun, company: input }),
  next: () => "/setup?step=2",
})

export const setupAdministratorAction = publicAction({
  name: "people.setup_administrator",
  input: administrator.extend({ password, passwordAgain: password }).refine(sameTwice, differs),
  prepare: async ({ password: typed, passwordAgain: _, ...person }) => {
    const begun = await begunSetup()
    refuseWeak(problemsOf(typed, person, { hasSecondFactor: false }))
    return { ...begun, administrator: { ...person, passwordHash: await hashPassword(typed) } }
  },
  run: async (ctx) => ((await hasPeople(ctx.tx)) ? new Refusal("not_found") : true),
  answer: (_, __, state) => keepSetup(state),
  next: () => "/setup?step=3",
})

export const setupCalendarAction = publicAction({
  name: "people.setup_calendar",
  input: calendarForm,
  prepare: () => begunSetup(),
  run: async (ctx) => ((await hasPeople(ctx.tx)) ? new Refusal("not_found") : true),
  answer: (_, input, state) => keepSetup({ ...state, workWeek: weekOf(input) }),
  next: () => "/setup?step=4",
})

export const finishSetupAction = publicAction({
  name: "people.setup",
  input: z.strictObject({}),
  lock: () => "setup",
  prepare: async () => ({ state: await begunSetup(), device: await deviceToken() }),
  run: (ctx, _, { state: { company: firm, administrator: first, workWeek }, device }) => {
    if (!firm || !first || !workWeek)
      return refuse("signed_out", { sentence: "people.setup.again" })
    const department = words[firm.locale].setup.department
    return setUp(ctx, { company: firm, administrator: first, workWeek, department }, device)
  },
  answer: async (entered) => {
    forgetSetupCode()
    await keepEntered(entered)
  },
  next: () => "/",
})
