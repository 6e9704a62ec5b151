import { and, desc, eq, gt, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { events } from "@/db/schema/events"
import { credentials, sessions } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { endSessions } from "@/lib/platform/session"
import { forgetDevices } from "./devices"
import { voidLinks } from "./new-password"

type Own = Ctx & { actor: PersonActor }

/** Where a person is signed in now, latest first. */
export const listSessions = (on: Db, actor: PersonActor, now = new Date()) =>
  on
    .select({
      id: sessions.id,
      method: sessions.method,
      seenAt: sessions.seenAt,
      createdAt: sessions.createdAt,
      address: sessions.address,
      device: sessions.device,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, actor.personId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
      ),
    )
    .orderBy(desc(sessions.seenAt), desc(sessions.id))
    .limit(100)

export type OpenSession = Awaited<ReturnType<typeof listSessions>>[number]

function sayEnded(ctx: Ctx, personId: number, ended: number[], why: string): void {
  if (ended.length === 0) return
  emit(ctx, {
    type: "person.signed_out",
    recordId: personId,
    data: { personIds: [personId], sessions: ended, why },
  })
}

/** Signs out here. */
export async function signOut(ctx: Own): Promise<void> {
  const { personId, sessionId } = ctx.actor
  sayEnded(ctx, personId, await endSessions(ctx, personId, { only: sessionId }), "here")
}

/** Signs out on one other device. @throws Refusal when it isn't one's own or is over already */
export async function signOutThere(ctx: Own, sessionId: number): Promise<void> {
  const ended = await endSessions(ctx, ctx.actor.personId, { only: sessionId })
  if (ended.length === 0) refuse("not_found")
  sayEnded(ctx, ctx.actor.personId, ended, "there")
}

export async function signOutEverywhereElse(ctx: Own): Promise<number> {
  const { personId, sessionId } = ctx.actor
  const ended = await endSessions(ctx, personId, { except: sessionId })
  sayEnded(ctx, personId, ended, "elsewhere")
  return ended.length
}

/** A sign-in of one's own, as the security history names it. */
export async function ownSignIn(ctx: Own, eventId: number) {
  const [row] = await ctx.tx
    .select({ id: events.id, data: events.data })
    .from(events)
    .where(
      and(
        eq(events.id, eventId),
        eq(events.type, "person.signed_in"),
        eq(events.recordId, ctx.actor.personId),
      ),
    )
  return row ?? null
}

/** 「是我」 */
export function confirmSignIn(ctx: Own, eventId: number): void {
  emit(ctx, { type: "person.sign_in_confirmed", recordId: ctx.actor.personId, data: { eventId } })
}

/**
 * 「不是我」: everything but this browser is signed out, no browser is trusted any more, and a new
 * password has to be set before anything else.
 */
export async function disownSignIn(ctx: Own, eventId: number): Promise<void> {
  const { personId } = ctx.actor
  await signOutEverywhereElse(ctx)
  await forgetDevices(ctx, personId)
  await voidLinks(ctx, personId)
  await ctx.tx
    .update(credentials)
    .set({ passwordDue: true })
    .where(eq(credentials.personId, personId))
  emit(ctx, {
    type: "person.sign_in_disowned",
    recordId: personId,
    data: { eventId },
  })
}
