"use server"

import { z } from "zod"
import { db } from "@/db/engine"
import { readSealed } from "@/lib/platform/browser-cookies"
import { refuse } from "@/lib/platform/refusal"
import { ownPath } from "@/lib/platform/site-address"
import { publicAction } from "@/lib/public-action"
import { deviceToken, keepEntered, linkCookie, secondCookie } from "./browser"
import { halfWay, keepHalfWay } from "./half-way"
import { readNewPassword } from "./new-password"
import { code, newPassword, password } from "./password-inputs"
import { findLink, mailForgotten, passwordByLink } from "./password-links"
import { checkLogin, signIn, signInSecond } from "./signing-in"

const login = z.string().trim().min(1).max(200)
const next = z.string().max(500).default("/")

export const signInAction = publicAction({
  name: "people.sign_in",
  input: z.strictObject({ login, password, next }),
  // Failures are counted and delayed in guessing.ts; an office shares one address (decision 37).
  limit: { times: 3_000, per: 60 },
  prepare: async (input, { address }) => {
    const asked = { login: input.login, password: input.password, device: await deviceToken() }
    return { asked, checked: await checkLogin(db(), asked, address) }
  },
  run: (ctx, _, { asked, checked }) => signIn(ctx, asked, checked),
  answer: async (outcome, input) => {
    if ("token" in outcome) await keepEntered(outcome)
    else await keepHalfWay({ ...outcome, next: ownPath(input.next) })
    return "token" in outcome ? ownPath(input.next) : "/login/code"
  },
  next: (address) => address,
})

export const secondStepAction = publicAction({
  name: "people.second_step",
  limit: { times: 3_000, per: 60 },
  input: z.strictObject({ code }),
  prepare: async () => ({
    half: halfWay(await readSealed(secondCookie)),
    device: await deviceToken(),
  }),
  run: async (ctx, input, { half, device }) => {
    if (!half) return refuse("signed_out", { sentence: "people.signIn.startAgain" })
    return signInSecond(ctx, half, input.code, device)
  },
  answer: async (entered, _, { half }) => {
    await keepEntered(entered)
    return half?.next ?? "/"
  },
  next: (address) => address,
})

export const forgottenAction = publicAction({
  name: "people.forgotten",
  input: z.strictObject({ login }),
  limit: { times: 10, per: 900 },
  run: (ctx, input) => mailForgotten(ctx, input.login),
  answer: async () => true,
})

export const passwordByLinkAction = publicAction({
  name: "people.password_by_link",
  input: newPassword,
  limit: { times: 20, per: 60 },
  prepare: async (input) => {
    const token = z
      .string()
      .catch("")
      .parse(await readSealed(linkCookie))
    const link = await findLink(db(), token, new Date())
    if (!link) return refuse("not_found", { sentence: "people.link.gone" })
    return {
      token,
      hash: await readNewPassword(db(), link.personId, input.password),
      device: await deviceToken(),
    }
  },
  run: (ctx, _, { token, hash, device }) => passwordByLink(ctx, token, hash, device),
  answer: async (outcome) => {
    if ("token" in outcome) await keepEntered(outcome)
    else await keepHalfWay({ ...outcome, next: "/" })
    return "token" in outcome ? "/" : "/login/code"
  },
  next: (address) => address,
})
