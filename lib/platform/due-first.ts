import type { Duty } from "./actor"
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
  duties: ReadonlySet<Duty>,
  rules: Settings["passwords"],
  now = Date.now(),
): Due | null {
  if (proof.method === "sso") return null
  const expires = passwordExpiresAt(proof, rules.expireAfter)
  if (proof.passwordDue || (expires && expires.getTime() <= now)) return "password"
  const needed = rules.secondFactorFor.some((duty) => duties.has(duty))
  return needed && !proof.totpSince ? "second_factor" : null
}
