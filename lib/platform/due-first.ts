import { duties } from "@/db/schema/people"
import type { PersonActor } from "./actor"
import type { Settings } from "./settings"

/** What a signed-in person has to do before anything else works. */
export type Due = "password" | "second_factor"

export const dueAddress: Record<Due, string> = {
  password: "/password",
  second_factor: "/second-factor",
}

interface Proof {
  method: "password" | "sso" | "setup" | "link"
  passwordSetAt: Date | null
  passwordExempt: boolean | null
  passwordDue: boolean | null
  totpSince: Date | null
}

/** Of whom a second factor can be asked. */
export const secondFactorChoices = [...duties, "cleared"] as const

export const dayMs = 24 * 3600 * 1000

/**
 * When a password has to be changed, or null when it never has to (G7.4).
 * @param expireAfter days, 0 = never
 */
export function passwordExpiresAt(
  proof: Pick<Proof, "passwordSetAt" | "passwordExempt">,
  expireAfter: number,
): Date | null {
  if (expireAfter === 0 || proof.passwordExempt || !proof.passwordSetAt) return null
  return new Date(proof.passwordSetAt.getTime() + expireAfter * dayMs)
}

/**
 * What is due first. Whoever came by the company's single sign-on proves themselves there: its
 * rules count, not ours.
 */
export function dueOf(
  proof: Proof,
  who: Holder,
  rules: Settings["passwords"],
  now = Date.now(),
): Due | null {
  if (proof.method === "sso") return null
  const expires = passwordExpiresAt(proof, rules.expireAfter)
  if (proof.passwordDue || (expires && expires.getTime() <= now)) return "password"
  return needsSecondFactor(who, rules) && !proof.totpSince ? "second_factor" : null
}

type Holder = Pick<PersonActor, "duties" | "clearances">

/** Whom the company asks for a second factor: by duty, or because they see what is sensitive. */
export const needsSecondFactor = (
  who: Holder,
  { secondFactorFor }: Settings["passwords"],
): boolean =>
  secondFactorFor.some((each) =>
    each === "cleared" ? who.clearances.size > 0 : who.duties.has(each),
  )
