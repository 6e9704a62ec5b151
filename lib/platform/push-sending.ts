import { and, asc, eq, gt, isNull, lte } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { deliveries, pushDevices } from "@/db/schema/notifications"
import { sessions } from "@/db/schema/people"
import { letterFor } from "./letters"
import { log } from "./log"
import { mailWords } from "./mail-words"
import { PushRefused, post } from "./push-posting"

type Delivery = typeof deliveries.$inferSelect
type Device = typeof pushDevices.$inferSelect

const batch = 20
const minute = 60_000
/** Pauses before the second to the fourth attempt: what is later than that is no news. */
const pauses = [minute, 5 * minute, 30 * minute]

/**
 * Hands the pushes that are due to the push services. A device that its service knows no longer
 * is forgotten; one whose session has ended gets nothing.
 * @returns how many were taken
 */
export async function sendPushes(now = new Date()): Promise<number> {
  let sent = 0
  for (;;) {
    const due = await dueAt(now)
    if (due.length === 0) return sent
    const outcomes = await Promise.all(due.map((delivery) => deliver(delivery, now)))
    sent += outcomes.filter(Boolean).length
  }
}

const dueAt = (now: Date): Promise<Delivery[]> =>
  db()
    .select()
    .from(deliveries)
    .where(
      and(
        isNull(deliveries.sentAt),
        isNull(deliveries.failedAt),
        lte(deliveries.dueAt, now),
        eq(deliveries.channel, "push"),
      ),
    )
    .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
    .limit(batch)

async function deliver(delivery: Delivery, now: Date): Promise<boolean> {
  const device = await deviceOf(delivery, now)
  try {
    const message = device && (await messageFor(delivery, device))
    if (!device || !message) {
      await mark(delivery, { failedAt: now, lastError: "dropped" })
      return false
    }
    await post(device, message)
  } catch (error) {
    await failed(delivery, device, error, now)
    return false
  }
  await mark(delivery, { sentAt: new Date(), attempts: delivery.attempts + 1, lastError: null })
  return true
}

async function deviceOf({ address, personId }: Delivery, now: Date): Promise<Device | null> {
  const [row] = await db()
    .select({ device: pushDevices })
    .from(pushDevices)
    .innerJoin(sessions, eq(sessions.id, pushDevices.sessionId))
    .where(
      and(
        eq(pushDevices.id, Number(address)),
        eq(pushDevices.personId, personId ?? 0),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
      ),
    )
  return row?.device ?? null
}

/** What a device shows. Without its owner's leave it says only that something happened. */
async function messageFor(delivery: Delivery, device: Device) {
  const written = await letterFor(delivery)
  if (!written) return null
  const { letter, to, company } = written
  const words = mailWords[to.locale]
  const open = { title: company || "齐步", url: letter.link?.url ?? "/" }
  if (delivery.template === "push_test")
    return { ...open, body: words.pushTest, heard: { id: device.id, proof: device.proof } }
  const body = device.withText ? letter.paragraphs.join(" ") : words.push
  // What happens to one record next takes the place of what stands there.
  return { ...open, body, tag: URL.parse(open.url)?.pathname ?? delivery.key }
}

async function failed(delivery: Delivery, device: Device | null, error: unknown, now: Date) {
  log.warn({ delivery: delivery.id, err: error }, "a push was not sent")
  const gone = error instanceof PushRefused && (error.status === 404 || error.status === 410)
  if (device && gone) await forget(device.id)
  const attempts = delivery.attempts + 1
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const pause = pauses[delivery.attempts]
  const final = (error instanceof PushRefused && error.final) || pause === undefined
  await mark(
    delivery,
    final
      ? { attempts, lastError, failedAt: now }
      : { attempts, lastError, dueAt: new Date(now.getTime() + pause) },
  )
}

const mark = (delivery: Delivery, change: Partial<Delivery>) =>
  engine().write((tx) =>
    Promise.resolve(tx.db.update(deliveries).set(change).where(eq(deliveries.id, delivery.id))),
  )

const forget = (id: number) =>
  engine().write((tx) => Promise.resolve(tx.db.delete(pushDevices).where(eq(pushDevices.id, id))))
