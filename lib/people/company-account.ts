import { and, eq, isNull } from "drizzle-orm"
import { people } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import type { Settings } from "@/lib/platform/settings"
import { type Entered, enter } from "./signing-in"

/** What the company's identity provider says of somebody. */
export interface Claims {
  email?: string
  email_verified?: unknown
}

export const hasCompanyAccounts = ({ oidc }: Pick<Settings, "oidc">): boolean =>
  oidc.issuer !== "" && oidc.clientId !== ""

/**
 * Signs in whoever the provider vouches for: an active person with exactly this e-mail, which the
 * provider has verified.
 * @returns null when there is no such person
 */
export async function enterByCompanyAccount(
  ctx: Ctx,
  claims: Claims,
  device: string | null,
): Promise<Entered | null> {
  if (claims.email_verified !== true || typeof claims.email !== "string") return null
  const [person] = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, claims.email.trim().toLowerCase()), isNull(people.disabledAt)))
  return person ? enter(ctx, person, device, "sso") : null
}
