import { randomBytes } from "node:crypto"
import { and, eq, inArray, isNotNull, lte, or } from "drizzle-orm"
import type { Db } from "@/db/database"
import { deliveries, pushDevices } from "@/db/schema/notifications"
import { sessions } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { isPushService } from "@/lib/platform/push-services"
import { refuse } from "@/lib/platform/refusal"
import { settingsIn } from "@/lib/platform/settings"

type Own = Ctx & { actor: PersonActor }
export type PushDevice = typeof pushDevices.$inferSelect

const mostDevices = 20

const say = (ctx: Own, deviceId: number, what: string) =>
  emit(ctx, {
    type: "notifications.device",
    recordId: ctx.actor.personId,
    data: { deviceId, what },
  })

/** The devices of somebody, the newest first. */
export const ownDevices = (on: Db, actor: PersonActor): Promise<PushDevice[]> =>
  on
    .select()
    .from(pushDevices)
    .where(eq(pushDevices.personId, actor.personId))
    .orderBy(pushDevices.id)
    .limit(mostDevices)

export async function ownDevice({ tx, actor }: Own, { id }: { id: number }) {
  const [row] = await tx
    .select()
    .from(pushDevices)
    .where(and(eq(pushDevices.id, id), eq(pushDevices.personId, actor.personId)))
  return row ?? null
}

interface Subscription {
  endpoint: string
  publicKey: string
  auth: string
}

/**
 * Lets this browser be woken, and tries it at once. The same browser again, whoever used it
 * before, is this person's from now on.
 * @throws Refusal when its push service isn't one that the company allows
 */
export async function addDevice(ctx: Own, given: Subscription): Promise<number> {
  const { notifications } = await settingsIn(ctx.tx)
  if (!isPushService(given.endpoint, notifications.pushServices))
    refuse("invalid", { sentence: "notifications.push.strange" })
  await forgetEnded(ctx)
  const others = (await ownDevices(ctx.tx, ctx.actor)).filter(
    ({ endpoint }) => endpoint !== given.endpoint,
  )
  if (others.length >= mostDevices) refuse("conflict", { sentence: "notifications.push.tooMany" })
  const { personId, sessionId } = ctx.actor
  const row = {
    ...given,
    ...{ personId, sessionId, device: ctx.origin.device, withText: false },
    ...trying(ctx),
  }
  const [device] = await ctx.tx
    .insert(pushDevices)
    .values({ ...row, createdAt: ctx.now })
    .onConflictDoUpdate({ target: pushDevices.endpoint, set: { ...row, createdAt: ctx.now } })
    .returning({ id: pushDevices.id })
  if (!device) throw new Error("the device was not written")
  await sendTest(ctx, device.id)
  say(ctx, device.id, "added")
  return device.id
}

/** Devices on which somebody is signed in no longer get nothing, so no service says that they are gone. */
const forgetEnded = ({ tx, actor, now }: Own) =>
  tx.delete(pushDevices).where(
    and(
      eq(pushDevices.personId, actor.personId),
      inArray(
        pushDevices.sessionId,
        tx
          .select({ id: sessions.id })
          .from(sessions)
          .where(
            and(
              eq(sessions.personId, actor.personId),
              or(isNotNull(sessions.endedAt), lte(sessions.expiresAt, now)),
            ),
          ),
      ),
    ),
  )

const trying = (ctx: Ctx) => ({
  proof: randomBytes(16).toString("base64url"),
  triedAt: ctx.now,
  heardAt: null,
})

const sendTest = ({ tx, now, actor }: Own, id: number) =>
  tx.insert(deliveries).values({
    key: `push-test:${id}:${now.getTime()}`,
    channel: "push",
    personId: actor.personId,
    address: String(id),
    template: "push_test",
    payload: "{}",
    dueAt: now,
  })

/** Tries a device once more. */
export async function tryDevice(ctx: Own, { id }: PushDevice): Promise<void> {
  await ctx.tx.update(pushDevices).set(trying(ctx)).where(eq(pushDevices.id, id))
  await sendTest(ctx, id)
  say(ctx, id, "tried")
}

/** The device says that the test reached it. */
export async function heardOf(ctx: Own, device: PushDevice, proof: string): Promise<void> {
  if (device.heardAt || device.proof !== proof) return
  await ctx.tx.update(pushDevices).set({ heardAt: ctx.now }).where(eq(pushDevices.id, device.id))
  say(ctx, device.id, "heard")
}

export async function showText(ctx: Own, { id }: PushDevice, on: boolean): Promise<void> {
  await ctx.tx.update(pushDevices).set({ withText: on }).where(eq(pushDevices.id, id))
  say(ctx, id, on ? "text_on" : "text_off")
}

export async function removeDevice(ctx: Own, { id }: PushDevice): Promise<void> {
  await ctx.tx.delete(pushDevices).where(eq(pushDevices.id, id))
  say(ctx, id, "removed")
}
