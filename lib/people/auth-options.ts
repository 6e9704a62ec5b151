import type { AuthOptions, CookiesOptions } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import type { OAuthConfig } from "next-auth/providers/oauth"
import { z } from "zod"
import { db } from "@/db/engine"
import type { Ctx, Origin } from "@/lib/platform/context"
import { log } from "@/lib/platform/log"
import { Refusal } from "@/lib/platform/refusal"
import { overHttps } from "@/lib/platform/request"
import { secrets } from "@/lib/platform/secrets"
import { sessionCookie, sessionDays } from "@/lib/platform/session"
import { signedInByToken } from "@/lib/platform/session-row"
import type { Settings } from "@/lib/platform/settings"
import { ownPath, siteAddress } from "@/lib/platform/site-address"
import { write, writeAsSystem } from "@/lib/platform/write"
import { type Claims, enterByCompanyAccount, hasCompanyAccounts } from "./company-account"
import { signOut } from "./sessions"
import { checkLogin, type Entered, signIn, signInSecond } from "./signing-in"

/** One request at the door. */
export interface Door {
  origin: Origin
  /** The browser's own token. */
  device: string | null
  /** Somebody came in: what the browser has to keep besides the session. */
  entered: (entered: Entered) => Promise<void>
  /** Where its way to the company's provider and back is kept; unless given, all tabs share one. */
  ways?: Partial<CookiesOptions>
}

type Options = Pick<Settings, "oidc">

/**
 * next-auth as the portal uses it: its cookie carries the random id of a session row and nothing
 * else, and the row is read on every request. Made per request, since settings change.
 */
export function authOptions(settings: Options, door: Door): AuthOptions {
  const secure = overHttps()
  let sid: string | null = null
  const comeIn = async (entered: Entered | null) => {
    if (!entered) return false
    sid = entered.token
    await door.entered(entered)
    return true
  }
  const maxAge = sessionDays * 24 * 3600
  return {
    providers: [
      byPassword(door, comeIn),
      ...(hasCompanyAccounts(settings) ? [byCompany(settings.oidc)] : []),
    ],
    secret: secrets().authSecret,
    session: { strategy: "jwt", maxAge },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge },
      },
      ...door.ways,
    },
    pages: { signIn: "/login", signOut: "/login", error: "/login?failed=sso" },
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== "company") return sid !== null
        const enter = (ctx: Ctx) => enterByCompanyAccount(ctx, profile ?? {}, door.device)
        const entered = await writeAsSystem("people.sign_in", enter, { origin: door.origin })
        return (await comeIn(entered)) || "/login?failed=sso"
      },
      jwt: async ({ token, account }) => ({ sid: account ? sid : token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => siteAddress() + ownPath(url.replace(siteAddress(), "")),
    },
    logger: {
      error: (code, about) =>
        log.warn({ code, about: String(about) }, "next-auth refused something"),
      warn: () => {},
      debug: () => {},
    },
    events: { signOut: ({ token }) => leave(token.sid, door.origin) },
  }
}

type ComeIn = (entered: Entered | null) => Promise<boolean>

async function leave(token: unknown, origin: Origin): Promise<void> {
  const found = typeof token === "string" ? await signedInByToken(token) : "signed_out"
  if (typeof found === "string") return
  const { actor } = found
  await write(actor, (ctx) => signOut(Object.assign(ctx, { actor })), { origin })
}

/** The same verbs as the login form, for whoever speaks next-auth. `code` is the second step. */
const byPassword = (door: Door, comeIn: ComeIn) =>
  Credentials({
    id: "password",
    name: "password",
    credentials: { login: {}, password: {}, code: {} },
    authorize: async (given) => {
      const entered = await enterByPassword(shape.parse(given ?? {}), door).catch((error) => {
        if (error instanceof Refusal) return null
        throw error
      })
      // The session's token stays in `comeIn`; next-auth only hears that somebody is there.
      return entered && (await comeIn(entered)) ? { id: String(entered.personId) } : null
    },
  })

const shape = z.object({
  login: z.string().max(200),
  password: z.string().max(500),
  code: z.string().max(40).default(""),
})

async function enterByPassword(
  given: z.output<typeof shape>,
  { origin, device }: Door,
): Promise<Entered | null> {
  const input = { login: given.login, password: given.password, device }
  const checked = await checkLogin(db(), input, origin.address)
  const first = await writeAsSystem("people.sign_in", (ctx) => signIn(ctx, input, checked), {
    origin,
  })
  if (first instanceof Refusal) return null
  if ("token" in first) return first
  const spend = (ctx: Ctx) => signInSecond(ctx, first, given.code, device)
  const second = await writeAsSystem("people.sign_in", spend, { origin })
  return second instanceof Refusal ? null : second
}

const byCompany = (oidc: Settings["oidc"]): OAuthConfig<Claims & { sub: string }> => ({
  id: "company",
  name: "company",
  type: "oauth",
  wellKnown: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  authorization: { params: { scope: "openid email profile" } },
  idToken: true,
  userinfo: {
    request: async ({ client, tokens }) => {
      const claims = claimsOf(tokens.id_token ?? "")
      if (!client.issuer.metadata.userinfo_endpoint) return claims
      const more = await client.userinfo(tokens.access_token ?? "")
      if (more.sub !== claims.sub) throw new Error("the provider answered for somebody else")
      return { ...claims, ...more }
    },
  },
  checks: ["pkce", "state", "nonce"],
  profile: (claims) => ({ id: claims.sub }),
})

/** Of an id token whose signature, issuer and nonce were checked just before. Many providers give
 * the e-mail only with the user info. */
const claimsOf = (idToken: string): Claims & { sub: string } =>
  JSON.parse(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString())
