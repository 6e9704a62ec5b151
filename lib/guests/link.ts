import { eq } from "drizzle-orm"
import { type Db, db } from "@/db/engine"
import { guestInvitations } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import { overNow } from "@/lib/platform/guest-session"
import { networkOf } from "@/lib/platform/network"
import { hashToken } from "@/lib/platform/random-token"
import { countAgainst } from "@/lib/platform/rate-limit"
import { writeAsSystem } from "@/lib/platform/write"
import { findInvitation, type Invitation } from "./invitation"

/** The invitation that a link opens at this moment. One that is over is as good as one never made. */
export async function byLink(on: Db, token: string, now = new Date()): Promise<Invitation | null> {
  const [row] = await on
    .select({ invitation: guestInvitations, hostLeftAt: people.disabledAt })
    .from(guestInvitations)
    .innerJoin(people, eq(people.id, guestInvitations.inviterId))
    .where(eq(guestInvitations.tokenHash, hashToken(token)))
  if (!row || overNow({ ...row.invitation, hostLeftAt: row.hostLeftAt }, now.getTime())) return null
  return findInvitation(on, row.invitation.id)
}

/** Links that lead nowhere, from one address: so many at once … */
const limit = { times: 30, per: 15 * 60 }
/** … then each answer takes so long, for so many at a time. */
const pause = 2_000
const mostWaiting = 20

declare global {
  var __qibuGuesses: number | undefined
}

/**
 * The same, for whoever opens a link. Somebody who tries many that lead nowhere waits for each
 * answer; a right one is never held up.
 */
export async function openedLink(
  token: string,
  address: string | null,
  wait = pause,
): Promise<Invitation | null> {
  const found = await byLink(db(), token)
  if (found) return found
  const key = `guests.link:${networkOf(address)}`
  const late = await writeAsSystem("guests.link", (ctx) =>
    countAgainst(ctx.tx, key, limit, ctx.now),
  )
  const waiting = globalThis.__qibuGuesses ?? 0
  if (late > 0 && waiting < mostWaiting) {
    globalThis.__qibuGuesses = waiting + 1
    await new Promise((over) => setTimeout(over, wait))
    globalThis.__qibuGuesses = (globalThis.__qibuGuesses ?? 1) - 1
  }
  return null
}
