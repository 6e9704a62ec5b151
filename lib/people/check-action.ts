"use server"

import { getTranslations } from "next-intl/server"
import { z } from "zod"
import { db } from "@/db/engine"
import { readSealed } from "@/lib/platform/browser-cookies"
import { currentSession } from "@/lib/platform/session"
import { publicAction } from "@/lib/public-action"
import { accountOf } from "./account"
import { linkCookie } from "./browser"
import { ownerOf, problemsOf } from "./new-password"
import { findLink } from "./password-links"
import type { PasswordOwner } from "./personal-parts"

const person = z.strictObject({
  name: z.string().max(60),
  staffNo: z.string().max(60),
  email: z.string().max(200),
  phone: z.string().max(40),
  birthday: z.string().max(20),
})

/** Whose password is being typed: one's own, the link's owner's, or of who is just setting up. */
async function owner(given: PasswordOwner | undefined) {
  if (given) return { owner: given, hasSecondFactor: false }
  const session = await currentSession()
  const token = z
    .string()
    .catch("")
    .parse(await readSealed(linkCookie))
  const id =
    typeof session === "string"
      ? (await findLink(db(), token, new Date()))?.personId
      : session.actor.personId
  const account = id === undefined ? null : await accountOf(db(), id)
  return account && { owner: ownerOf(account), hasSecondFactor: account.totpSince !== null }
}

/** What is wrong with a password while it is typed, as sentences by rule. Nothing of it is kept. */
export const checkPasswordAction = publicAction({
  name: "people.check_password",
  input: z.strictObject({ password: z.string().max(200), person: person.optional() }),
  limit: { times: 240, per: 60 },
  run: async () => true,
  answer: async (_, input) => {
    const found = await owner(input.person)
    if (!found) return {}
    const t = await getTranslations("people.password")
    const problems = problemsOf(input.password, found.owner, found)
    return Object.fromEntries(
      problems.map((it) => [
        it.code,
        it.code === "too_short" ? t(it.code, it) : t(it.code, { part: it.part }),
      ]),
    )
  },
})
