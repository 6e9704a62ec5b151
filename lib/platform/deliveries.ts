import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm"
import type { Transporter } from "nodemailer"
import { db, engine } from "@/db/engine"
import { deliveries } from "@/db/schema/notifications"
import { afterFailure, isOffline } from "./delivery-failures"
import { outsideTemplates } from "./guest-mails"
import { letterFor } from "./letters"
import { log } from "./log"
import { postOffice, send } from "./mail"
import { secretTemplates, templates } from "./mail-templates"
import { settings } from "./settings"

type Delivery = typeof deliveries.$inferSelect

const batch = 20

declare global {
  /** Deliveries the mail server took while the database could not take note of it. */
  var __qibuDelivered: Set<number> | undefined
}

const delivered = (): Set<number> => {
  globalThis.__qibuDelivered ??= new Set()
  return globalThis.__qibuDelivered
}

/**
 * Sends the mails that are due. Without a mail server they stay due, untouched.
 *
 * At least once: a mail is marked after the server took it. A process killed between the two
 * sends it once more, with the same Message-ID, by which mailboxes know a double; the other
 * order would lose mails. While the process lives, a mark that fails is made up for without
 * sending again.
 * @returns how many the mail server took
 */
export async function sendDeliveries(now = new Date()): Promise<number> {
  const { smtp } = await settings()
  if (smtp.host === "" || smtp.from === "") return 0
  let office: Transporter | undefined
  let sent = 0
  try {
    for (;;) {
      const due = await dueAt(now)
      if (due.length === 0) return sent
      office ??= postOffice(smtp)
      for (const delivery of due) {
        const outcome = await deliver(office, delivery, smtp.from, now)
        if (outcome === "offline") return sent
        if (outcome === "sent") sent++
      }
    }
  } finally {
    office?.close()
  }
}

const dueAt = (now: Date): Promise<Delivery[]> =>
  db()
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.channel, "email"),
        isNull(deliveries.sentAt),
        isNull(deliveries.failedAt),
        lte(deliveries.dueAt, now),
        inArray(deliveries.template, [...Object.keys(templates), ...Object.keys(outsideTemplates)]),
      ),
    )
    .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
    .limit(batch)

async function deliver(office: Transporter, delivery: Delivery, from: string, now: Date) {
  const { id, key, address } = delivery
  if (!delivered().has(id)) {
    try {
      const written = await letterFor(delivery)
      if (!written) return drop(delivery, now)
      const { letter, to, company } = written
      const reader = { name: to.name, address }
      await send(office, { key, from, to: reader, locale: to.locale, company, letter })
    } catch (error) {
      await mark(id, afterFailure(delivery, error, now))
      log.warn({ delivery: id, err: error }, "a mail was not sent")
      return isOffline(error) ? "offline" : "failed"
    }
    delivered().add(id)
  }
  await mark(id, {
    sentAt: new Date(),
    attempts: delivery.attempts + 1,
    lastError: null,
    ...wiped(delivery),
  })
  delivered().delete(id)
  return "sent"
}

/** There is nothing to say to this reader any more. */
async function drop(delivery: Delivery, now: Date) {
  await mark(delivery.id, { failedAt: now, lastError: "dropped", ...wiped(delivery) })
  return "dropped"
}

const wiped = ({ template }: Delivery) => (secretTemplates.has(template) ? { payload: "" } : {})

const mark = (id: number, change: Partial<Delivery>) =>
  engine().write((tx) =>
    Promise.resolve(tx.db.update(deliveries).set(change).where(eq(deliveries.id, id))),
  )
