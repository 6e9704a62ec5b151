"use server"

import { z } from "zod"
import { db } from "@/db/engine"
import { action, nothing } from "@/lib/action"
import { newToken } from "@/lib/platform/random-token"
import { keepSession } from "@/lib/platform/session"
import { settings } from "@/lib/platform/settings"
import {
  cameJustNow,
  changePassword,
  provePassword,
  readyPassword,
  stillProved,
} from "./password-changing"
import { changedPassword, code, password } from "./password-inputs"
import { addSecondFactor, removeSecondFactor, renewRecoveryCodes } from "./second-factor"
import {
  confirmSignIn,
  disownSignIn,
  ownSignIn,
  signOutEverywhereElse,
  signOutThere,
} from "./sessions"

const anybody = () => true
const id = z.coerce.number().int().positive()
const few = { times: 20, per: 60 }

export const changePasswordAction = action({
  name: "people.change_password",
  whileDue: true,
  input: changedPassword,
  limit: few,
  prepare: (input, actor) => readyPassword(db(), actor, input),
  load: nothing,
  can: anybody,
  run: async (ctx, _, __, ready) => {
    await changePassword(ctx, ready)
    return true
  },
  after: ({ token }) => keepSession(token),
})

export const addSecondFactorAction = action({
  name: "people.add_second_factor",
  whileDue: true,
  input: z.strictObject({ code, currentPassword: password.optional() }),
  limit: few,
  // Who found a session open would lock its owner out with it.
  prepare: async (input, actor) => {
    const trusted = await cameJustNow(db(), actor)
    const against = trusted ? null : await provePassword(actor, input.currentPassword ?? "")
    return { against, token: newToken() }
  },
  load: nothing,
  can: anybody,
  run: async (ctx, _, input, { against, token }) => {
    if (against !== null) await stillProved(ctx, against)
    return addSecondFactor(ctx, input.code, token)
  },
  after: ({ token }) => keepSession(token),
})

export const removeSecondFactorAction = action({
  name: "people.remove_second_factor",
  input: z.strictObject({ currentPassword: password }),
  limit: few,
  prepare: async (input, actor) => {
    const against = await provePassword(actor, input.currentPassword)
    return { against, token: newToken(), rule: (await settings()).passwords }
  },
  load: nothing,
  can: anybody,
  run: async (ctx, _, __, { against, token, rule }) => {
    await stillProved(ctx, against)
    await removeSecondFactor(ctx, token, rule)
    return true
  },
  after: ({ token }) => keepSession(token),
  next: () => "/settings/security",
})

export const renewCodesAction = action({
  name: "people.renew_codes",
  input: z.strictObject({ currentPassword: password }),
  limit: few,
  prepare: (input, actor) => provePassword(actor, input.currentPassword),
  load: nothing,
  can: anybody,
  run: async (ctx, _, __, against) => {
    await stillProved(ctx, against)
    return renewRecoveryCodes(ctx)
  },
})

export const signOutThereAction = action({
  name: "people.sign_out_there",
  input: z.strictObject({ id }),
  load: nothing,
  can: anybody,
  run: (ctx, _, input) => signOutThere(ctx, input.id),
})

export const signOutElsewhereAction = action({
  name: "people.sign_out_elsewhere",
  input: z.strictObject({}),
  load: nothing,
  can: anybody,
  run: async (ctx) => {
    await signOutEverywhereElse(ctx)
  },
})

export const wasMeAction = action({
  name: "people.was_me",
  input: z.strictObject({ id }),
  load: (ctx, input) => ownSignIn(ctx, input.id),
  can: anybody,
  run: async (ctx, event) => confirmSignIn(ctx, event.id),
})

export const wasNotMeAction = action({
  name: "people.was_not_me",
  input: z.strictObject({ id }),
  load: (ctx, input) => ownSignIn(ctx, input.id),
  can: anybody,
  run: (ctx, event) => disownSignIn(ctx, event.id),
  next: () => "/password",
})
