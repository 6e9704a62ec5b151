import { and, eq, isNull, ne } from "drizzle-orm"
import { cookies } from "next/headers"
import { redirect } from "next/navigation"
import { decode, encode } from "next-auth/jwt"
import { cache } from "react"
import { engine } from "@/db/engine"
import { sessions } from "@/db/schema/people"
import type { PersonActor } from "./actor"
import { cookieAsked, headersAsked, languageAsked } from "./asked"
import type { Ctx } from "./context"
import { dueAddress } from "./due-first"
import { hashToken, newToken } from "./random-token"
import { overHttps } from "./request"
import { secrets } from "./secrets"
import { type SignedIn, signedInByToken } from "./session-row"

/** Days a session lasts without being used. */
export const sessionDays = 30
const sessionMs = sessionDays * 24 * 3600 * 1000
const seenEvery = 60_000

export const sessionCookie = () => (overHttps() ? "__Secure-qibu.session" : "qibu.session")

const opened = new Map<string, { token: string; until: number }>()
const openedKept = 2_000

/**
 * The session's token inside next-auth's encrypted cookie: nothing else is in there, and whether
 * the session still holds is asked of the database each time. Opening the same cookie again and
 * again costs as much as the query, so it is remembered for a minute.
 */
async function tokenOf(cookie: string): Promise<string | null> {
  const known = opened.get(cookie)
  if (known && known.until > Date.now()) return known.token
  try {
    const inside = await decode({ token: cookie, secret: secrets().authSecret })
    if (typeof inside?.sid !== "string") return null
    if (opened.size >= openedKept) opened.clear()
    opened.set(cookie, { token: inside.sid, until: Date.now() + 60_000 })
    return inside.sid
  } catch {
    return null
  }
}

/** Who is signed in on the present request, or why nobody is. Read once per request. */
export const currentSession = cache(
  async (): Promise<SignedIn | "signed_out" | "disabled" | "expired"> => {
    const cookie = await cookieAsked(sessionCookie())
    const token = cookie ? await tokenOf(cookie) : null
    if (!token) return "signed_out"
    const found = await signedInByToken(token)
    if (typeof found === "string") return found
    // Not waited for: reading goes on while writers queue.
    void noteSeen(found)
    // Whoever chose no language reads, and exports, in their browser's.
    return {
      ...found,
      actor: { ...found.actor, locale: found.actor.locale ?? (await languageAsked()) },
    }
  },
)

/** For route handlers: the actor, or null when nobody is signed in or something is due first. */
export async function currentActor(): Promise<PersonActor | null> {
  const found = await currentSession()
  return typeof found === "string" || found.due ? null : found.actor
}

/** For pages: the actor, or the page that has to come first (signing in, a new password). */
export async function pageActor(): Promise<PersonActor> {
  const found = await currentSession()
  if (typeof found === "string") return redirect(await loginAddress())
  if (found.due) redirect(dueAddress[found.due])
  return found.actor
}

/** The stream's frame until which this request knows everything: `LiveRegion` goes on from there. */
export async function readAsOf(): Promise<string> {
  const found = await currentSession()
  return typeof found === "string" ? "" : found.asOf
}

/** Back to this page after signing in. */
async function loginAddress(): Promise<string> {
  const wanted = (await headersAsked()).get("x-qibu-path")
  return wanted && wanted !== "/" ? `/login?next=${encodeURIComponent(wanted)}` : "/login"
}

async function noteSeen({ actor, seenAt }: SignedIn): Promise<void> {
  const now = new Date()
  if (now.getTime() - seenAt.getTime() < seenEvery) return
  await engine()
    .write(({ db }) =>
      Promise.resolve(
        db
          .update(sessions)
          .set({ seenAt: now, expiresAt: new Date(now.getTime() + sessionMs) })
          .where(eq(sessions.id, actor.sessionId)),
      ),
    )
    // Being seen a minute later is no loss; a full disk must not sign people out.
    .catch(() => {})
}

/** Opens a session row. @returns the token that only the browser keeps */
export async function openSession(
  ctx: Ctx,
  personId: number,
  method: "password" | "sso" | "setup" | "link",
) {
  const token = newToken()
  const [row] = await ctx.tx
    .insert(sessions)
    .values({
      tokenHash: hashToken(token),
      personId,
      method,
      createdAt: ctx.now,
      seenAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + sessionMs),
      address: ctx.origin.address,
      device: ctx.origin.device,
    })
    .returning({ id: sessions.id })
  if (!row) throw new Error("the session was not written")
  return { token, sessionId: row.id }
}

/** The same session under a new token, when what it may do changes; the old cookie is worth nothing. */
export async function renewToken(ctx: Ctx, sessionId: number, token: string): Promise<void> {
  await ctx.tx
    .update(sessions)
    .set({ tokenHash: hashToken(token) })
    .where(eq(sessions.id, sessionId))
}

/** Ends sessions of a person, all or all but one. Say `person.signed_out` with it. */
export async function endSessions(
  ctx: Ctx,
  personId: number,
  which: { only?: number; except?: number } = {},
) {
  const ended = await ctx.tx
    .update(sessions)
    .set({ endedAt: ctx.now })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        which.only === undefined ? undefined : eq(sessions.id, which.only),
        which.except === undefined ? undefined : ne(sessions.id, which.except),
      ),
    )
    .returning({ id: sessions.id })
  return ended.map((row) => row.id)
}

/** Puts the token into the browser. Only where cookies can be set: actions and route handlers. */
export async function keepSession(token: string): Promise<void> {
  const value = await encode({
    token: { sid: token },
    secret: secrets().authSecret,
    maxAge: sessionMs / 1000,
  })
  const jar = await cookies()
  jar.set(sessionCookie(), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: overHttps(),
    path: "/",
    maxAge: sessionMs / 1000,
  })
}
