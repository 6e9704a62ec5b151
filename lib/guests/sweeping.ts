import { and, asc, eq, gt, isNotNull, isNull, lte, type SQL } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { guestInvitations } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { settled } from "@/lib/platform/settled"
import { writeAsSystem } from "@/lib/platform/write"
import { findInvitation, type Invitation } from "./invitation"
import { suspend } from "./lasting"
import { say } from "./saying"
import { ahead } from "./states"

const batch = 50

const standing = and(
  isNotNull(guestInvitations.openedAt),
  isNull(guestInvitations.revokedAt),
  isNull(guestInvitations.suspendedAt),
)
const ending = (now: Date) =>
  and(
    standing,
    isNull(guestInvitations.remindedAt),
    gt(guestInvitations.expiresAt, now),
    lte(guestInvitations.expiresAt, new Date(now.getTime() + ahead)),
  )
/** Also those that nobody decided about, or took over. */
const over = (now: Date) =>
  and(
    isNull(guestInvitations.revokedAt),
    isNull(guestInvitations.refusedAt),
    isNull(guestInvitations.endedAt),
    lte(guestInvitations.expiresAt, now),
  )
const unfinished = (now: Date) =>
  and(
    isNull(guestInvitations.revokedAt),
    isNull(guestInvitations.refusedAt),
    isNull(guestInvitations.suspendedAt),
    gt(guestInvitations.expiresAt, now),
  )
const orphaned = (now: Date) => and(unfinished(now), isNotNull(people.disabledAt))

/**
 * Reminds three days before an invitation ends, says that it has ended, and lets rest what a leaver
 * left. Asked again inside the transaction: twice does nothing twice.
 */
export async function sweepGuests(now = new Date()): Promise<void> {
  await each(now, ending(now), async (ctx, invitation) => {
    await mark(ctx, invitation, { remindedAt: ctx.now })
    say(ctx, invitation, "reminded")
  })
  await each(now, over(now), async (ctx, invitation) => {
    await mark(ctx, invitation, { endedAt: ctx.now })
    await settled(ctx, "guests.asked", "guest", invitation.id)
    await settled(ctx, "guests.ending", "guest", invitation.id)
    say(ctx, invitation, "ended")
  })
  await each(now, orphaned(now), suspend)
}

const mark = (ctx: Ctx, { id }: Invitation, to: { remindedAt?: Date; endedAt?: Date }) =>
  ctx.tx.update(guestInvitations).set(to).where(eq(guestInvitations.id, id))

async function each(
  now: Date,
  which: SQL | undefined,
  does: (ctx: Ctx, invitation: Invitation) => Promise<void>,
): Promise<void> {
  for (let done = batch; done === batch; ) {
    if ((await idsOf(db(), which, 1)).length === 0) return
    done = await writeAsSystem(
      "guests.sweep",
      async (ctx) => {
        const ids = await idsOf(ctx.tx, which, batch)
        for (const id of ids) {
          const invitation = await findInvitation(ctx.tx, id)
          if (invitation) await does(ctx, invitation)
        }
        return ids.length
      },
      { now, lock: "guests.sweep" },
    )
  }
}

async function idsOf(on: Db, which: SQL | undefined, limit: number): Promise<number[]> {
  const rows = await on
    .select({ id: guestInvitations.id })
    .from(guestInvitations)
    .innerJoin(people, eq(people.id, guestInvitations.inviterId))
    .where(which)
    .orderBy(asc(guestInvitations.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Who leaves takes nobody along: their invitations rest from that moment. */
export async function inviterLeft(ctx: Ctx, event: NewEvent): Promise<void> {
  const rows = await ctx.tx
    .select({ id: guestInvitations.id })
    .from(guestInvitations)
    .where(and(eq(guestInvitations.inviterId, event.recordId), unfinished(ctx.now)))
  for (const { id } of rows) {
    const invitation = await findInvitation(ctx.tx, id)
    if (invitation) await suspend(ctx, invitation)
  }
}
