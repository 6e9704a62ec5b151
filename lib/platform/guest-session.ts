import { asc, eq, inArray, sql } from "drizzle-orm"
import { cache } from "react"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { guestInvitations, guestScopes, guestSessions } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import type { GuestActor, Principal } from "./actor"
import { keepCookie, readCookie } from "./browser-cookies"
import type { Ctx } from "./context"
import { inTurn } from "./in-turn"
import { hashToken, newToken } from "./random-token"
import { refuse } from "./refusal"
import { overHttps } from "./request"

/** Why a guest may not come in, or not any more. */
export type GuestOver = "signed_out" | "revoked" | "suspended" | "expired"

/** Only addresses below `/g` get it: to the rest of the portal a guest's browser is a stranger's. */
export const guestCookie = () => (overHttps() ? "__Secure-qibu.guest" : "qibu.guest")
const path = "/g"

const columns = {
  sessionId: guestSessions.id,
  endedAt: guestSessions.endedAt,
  seenAt: guestSessions.seenAt,
  guestId: guestInvitations.id,
  name: guestInvitations.name,
  organisation: guestInvitations.organisation,
  locale: guestInvitations.locale,
  hostId: guestInvitations.inviterId,
  openedAt: guestInvitations.openedAt,
  expiresAt: guestInvitations.expiresAt,
  revokedAt: guestInvitations.revokedAt,
  suspendedAt: guestInvitations.suspendedAt,
  hostLeftAt: people.disabledAt,
}

const byToken = prepared((on) =>
  on
    .select(columns)
    .from(guestSessions)
    .innerJoin(guestInvitations, eq(guestInvitations.id, guestSessions.invitationId))
    .innerJoin(people, eq(people.id, guestInvitations.inviterId))
    .where(eq(guestSessions.tokenHash, sql.placeholder("token")))
    .prepare(),
)
const byIds = prepared((on) =>
  on
    .select(columns)
    .from(guestSessions)
    .innerJoin(guestInvitations, eq(guestInvitations.id, guestSessions.invitationId))
    .innerJoin(people, eq(people.id, guestInvitations.inviterId))
    .where(inArray(guestSessions.id, idsGiven("ids")))
    .prepare(),
)
const scopesOf = prepared((on) =>
  on
    .select({ kind: guestScopes.kind, id: guestScopes.recordId, may: guestScopes.may })
    .from(guestScopes)
    .where(eq(guestScopes.invitationId, sql.placeholder("id")))
    .orderBy(asc(guestScopes.kind), asc(guestScopes.recordId))
    .prepare(),
)

type Row = Awaited<ReturnType<ReturnType<typeof byToken>["execute"]>>[number]

/** Whether an invitation holds at this moment. */
export function overNow(
  row: Pick<Row, "openedAt" | "expiresAt" | "revokedAt" | "suspendedAt" | "hostLeftAt">,
  now = Date.now(),
): Exclude<GuestOver, "signed_out"> | null {
  if (row.revokedAt || !row.openedAt) return "revoked"
  if (row.expiresAt.getTime() <= now) return "expired"
  return row.suspendedAt || row.hostLeftAt ? "suspended" : null
}

async function guestOf(row: Row | undefined, on = db()): Promise<GuestActor | GuestOver> {
  if (!row) return "signed_out"
  const over = overNow(row)
  if (over) return over
  return row.endedAt ? "signed_out" : actorOf(on, row, row.sessionId)
}

async function actorOf(
  on: Db,
  row: Omit<Row, "sessionId" | "endedAt" | "seenAt">,
  sessionId: number,
): Promise<GuestActor> {
  const scopes = await scopesOf(on).execute({ id: row.guestId })
  const principals = scopes.map(({ kind, id }): [Principal, "view"] => [
    `scope:${kind}:${id}`,
    "view",
  ])
  return {
    kind: "guest",
    guestId: row.guestId,
    sessionId,
    name: row.name,
    organisation: row.organisation,
    hostId: row.hostId,
    locale: row.locale,
    since: row.openedAt ?? row.expiresAt,
    until: row.expiresAt,
    scopes,
    principals: new Map<Principal, "view">([[`guest:${row.guestId}`, "view"], ...principals]),
    clearances: new Set(),
  }
}

/** @param token the session's random token, as the cookie holds it */
export async function guestByToken(token: string): Promise<GuestActor | GuestOver> {
  const [row] = await byToken(db()).execute({ token: hashToken(token) })
  return guestOf(row)
}

/** A guest by their invitation, for asking what they may see; null where it isn't in force. */
export async function guestOfInvitation(on: Db, id: number): Promise<GuestActor | null> {
  const { sessionId: _, endedAt: __, seenAt: ___, ...rest } = columns
  const [row] = await on
    .select(rest)
    .from(guestInvitations)
    .innerJoin(people, eq(people.id, guestInvitations.inviterId))
    .where(eq(guestInvitations.id, id))
  return row && !overNow(row) ? actorOf(on, row, 0) : null
}

const rowOf = inTurn(async (ids: readonly number[]) => {
  const rows = await byIds(db()).execute({ ids: JSON.stringify(ids) })
  return new Map(rows.map((row) => [row.sessionId, row]))
})

/** The guest of a session as the invitation stands now, or why it is over. */
export const guestOfSession = async (sessionId: number) => guestOf(await rowOf(sessionId))

/**
 * A guest as a transaction sees them, who may have waited long for it.
 * @throws Refusal that says why they are none any more
 */
export async function guestStillIn(on: Db, { sessionId }: GuestActor): Promise<GuestActor> {
  const [row] = await byIds(on).execute({ ids: JSON.stringify([sessionId]) })
  return guestOr(await guestOf(row, on))
}

/** @throws Refusal that says why there is none */
export const guestOr = (found: GuestActor | GuestOver): GuestActor =>
  typeof found === "string" ? refuse("signed_out", { sentence: `guests.over.${found}` }) : found

/** The guest on the present request, or why there is none. Read once per request. */
export const currentGuest = cache(async (): Promise<GuestActor | GuestOver> => {
  const token = await readCookie(guestCookie())
  return token ? guestByToken(token) : "signed_out"
})

/** A device more. @returns the token that only the browser keeps */
export async function openGuestSession(ctx: Ctx, invitationId: number) {
  const token = newToken()
  const [row] = await ctx.tx
    .insert(guestSessions)
    .values({
      tokenHash: hashToken(token),
      invitationId,
      createdAt: ctx.now,
      seenAt: ctx.now,
      address: ctx.origin.address,
      device: ctx.origin.device,
    })
    .returning({ id: guestSessions.id })
  if (!row) throw new Error("the guest's session was not written")
  return { token, sessionId: row.id }
}

/** Seconds: as long as browsers keep anything (RFC 6265bis). */
const kept = 400 * 24 * 3600

/**
 * Puts the token into the guest's browser. When its time is over is asked of the database each
 * time: the invitation may be extended, and then nobody has to come in anew.
 */
export const keepGuest = (token: string) => keepCookie(guestCookie(), token, { maxAge: kept, path })
