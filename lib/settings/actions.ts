"use server"

import { z } from "zod"
import { action, nothing } from "@/lib/action"
import { screenAhead } from "@/lib/platform/screening/screening"
import { changeSetting, mayChangeSettings } from "./changing"
import { setCompanyAccounts, setFileStore, setMailServer } from "./connections"
import {
  company,
  guests,
  messages,
  notifications,
  oidc,
  passwords,
  promises,
  s3,
  smtp,
  tasks,
  tickets,
  wording,
} from "./inputs"
import { oneFind, oneKind, screening } from "./inputs-screening"
import {
  addException,
  changeScreening,
  requireQuick,
  tryScreening,
  turnOff,
} from "./screening-rules"
import { queueTestMail } from "./test-mail"

const guarded = { load: nothing, can: mayChangeSettings, lock: () => "settings" }

export const companyAction = action({
  ...guarded,
  name: "settings.company",
  input: company,
  run: (ctx, _, input) => changeSetting(ctx, "company", input),
})

export const passwordsAction = action({
  ...guarded,
  name: "settings.passwords",
  input: passwords,
  run: (ctx, _, input) => changeSetting(ctx, "passwords", input),
})

export const smtpAction = action({
  ...guarded,
  name: "settings.smtp",
  input: smtp,
  run: (ctx, _, input) => setMailServer(ctx, input),
})

export const testMailAction = action({
  ...guarded,
  name: "settings.test_mail",
  input: z.strictObject({}),
  limit: { times: 6, per: 60 },
  run: (ctx) => queueTestMail(ctx),
})

export const oidcAction = action({
  ...guarded,
  name: "settings.oidc",
  input: oidc,
  run: (ctx, _, input) => setCompanyAccounts(ctx, input),
})

export const s3Action = action({
  ...guarded,
  name: "settings.s3",
  input: s3,
  run: (ctx, _, input) => setFileStore(ctx, input),
})

export const messagesAction = action({
  ...guarded,
  name: "settings.messages",
  input: messages,
  run: (ctx, _, input) => changeSetting(ctx, "messages", input),
})

export const tasksAction = action({
  ...guarded,
  name: "settings.tasks",
  input: tasks,
  run: (ctx, _, input) => changeSetting(ctx, "tasks", input),
})

export const notificationsAction = action({
  ...guarded,
  name: "settings.notifications",
  input: notifications,
  run: (ctx, _, input) => changeSetting(ctx, "notifications", input),
})

export const guestsAction = action({
  ...guarded,
  name: "settings.guests",
  input: guests,
  run: (ctx, _, input) => changeSetting(ctx, "guests", input),
})

export const ticketsAction = action({
  ...guarded,
  name: "settings.tickets",
  input: tickets,
  run: (ctx, _, input) => changeSetting(ctx, "tickets", input),
})

export const promisesAction = action({
  ...guarded,
  name: "settings.promises",
  input: promises,
  run: (ctx, _, input) => changeSetting(ctx, "promises", input),
})

export const wordingAction = action({
  ...guarded,
  name: "settings.wording",
  input: wording,
  run: (ctx, _, input) => changeSetting(ctx, "wording", input),
})

export const screeningAction = action({
  ...guarded,
  name: "settings.screening",
  input: screening,
  prepare: ({ typed }, actor) =>
    mayChangeSettings(actor) ? requireQuick(typed) : Promise.resolve(),
  run: (ctx, _, { rules }) => changeScreening(ctx, rules),
})

/** 试一试: nothing of it is kept. */
export const tryScreeningAction = action({
  load: nothing,
  can: mayChangeSettings,
  name: "settings.try_screening",
  input: screening,
  limit: { times: 60, per: 60 },
  prepare: async (input, actor) => (mayChangeSettings(actor) ? tryScreening(input) : null),
  run: async (_ctx, _, _input, answer) => answer,
})

export const turnOffScreeningAction = action({
  ...guarded,
  name: "settings.screening_off",
  input: oneKind,
  run: (ctx, _, { kind }) => turnOff(ctx, kind),
})

export const exceptFindAction = action({
  ...guarded,
  name: "settings.screening_except",
  input: oneFind,
  prepare: ({ found }) => screenAhead(found),
  run: (ctx, _, { found }) => addException(ctx, found),
})
