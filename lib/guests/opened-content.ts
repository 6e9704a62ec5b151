import { db } from "@/db/engine"
import type { GuestScope, PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf } from "@/lib/platform/organisation"
import { Refusal, refuse } from "@/lib/platform/refusal"
import { findInvitation, type Invitation } from "./invitation"
import { type Looked, lookThrough, nameOf } from "./looking-through"
import { canDecide } from "./policy"
import { checkScopes } from "./scope-check"

/** Milliseconds that files are read for before an answer. */
const patience = 15_000

type Counts = Pick<Looked, "found" | "unread" | "left">
export interface Opened extends Counts {
  /** What of it has to be said once more, as `opens` takes it. */
  scopes: string
}

/**
 * Looks through what an invitation opens, before its transaction. Of what isn't the inviter's to open
 * nothing is read: the invitation itself is refused.
 */
export async function lookAhead(
  inviter: PersonActor,
  scopes: readonly GuestScope[],
  longest = patience,
): Promise<Looked[]> {
  try {
    await checkScopes(db(), inviter, scopes)
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
  const until = new Date(Date.now() + longest)
  const all: Looked[] = []
  for (const scope of scopes) all.push(await lookThrough(db(), scope, { until }))
  return all
}

interface Opens {
  /** The invitation. */
  id: number
  scopes: readonly GuestScope[]
  /** The scopes of which it was said already. */
  opens: readonly string[]
}

/**
 * Asks once more where something sensitive is opened, or what nobody could read or has looked at.
 * Asked once the invitation itself was found right: only then are counts anybody's to know.
 * @throws Refusal "conflict" with `current.opened`, how much there is
 */
export async function requireLooked(
  ctx: Ctx,
  { id, scopes, opens }: Opens,
  looked: readonly Looked[],
): Promise<void> {
  const all: Looked[] = []
  for (const scope of scopes) all.push(await withNewer(ctx, scope, looked))
  const asks = all.filter(({ found, unread, left }) => found + unread + left > 0)
  if (asks.length === 0) return
  const counts = sumOf(asks)
  if (asks.every(({ scope }) => opens.includes(scope)))
    return emit(ctx, { type: "guest.opens_found", recordId: id, data: counts, needsReview: true })
  const opened: Opened = { ...counts, scopes: asks.map(({ scope }) => scope).join(",") }
  refuse("conflict", {
    sentence: counts.left > 0 ? "guests.error.filesLeft" : "guests.error.files",
    values: { ...counts },
    current: { opened },
  })
}

/** What came since it was looked through counts as not looked at. */
async function withNewer(ctx: Ctx, scope: GuestScope, looked: readonly Looked[]): Promise<Looked> {
  const before = looked.find((one) => one.scope === nameOf(scope))
  const newer = await lookThrough(ctx.tx, scope, { after: before?.after ?? 0 })
  return before ? { ...newer, ...sumOf([before, newer]) } : newer
}

const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce<Counts>(
    (sum, { found, unread, left }) => ({
      found: sum.found + found,
      unread: sum.unread + unread,
      left: sum.left + left,
    }),
    { found: 0, unread: 0, left: 0 },
  )

export const scopesOf = ({ scopes }: Pick<Invitation, "scopes">): GuestScope[] =>
  scopes.map(({ kind, recordId: id, may }) => ({ kind, id, may }))

/** The same before a head agrees: what its host may open, once the head may decide at all. */
export async function lookAsHost(head: PersonActor, id: number): Promise<Looked[]> {
  const invitation = await findInvitation(db(), id)
  if (!invitation || !decidesAny(head, invitation)) return []
  const [host] = await actorsOf(db(), [invitation.inviterId])
  return host ? lookAhead(host, scopesOf(invitation)) : []
}

const decidesAny = (head: PersonActor, invitation: Invitation): boolean =>
  invitation.approvals.some((approval) => canDecide(head, invitation, approval, new Date()))
