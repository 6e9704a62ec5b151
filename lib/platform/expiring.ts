import { and, inArray, lte, sql } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { bundles } from "@/db/schema/notifications"
import { idempotency, rateLimits } from "@/db/schema/platform"
import { announceTopics } from "./live-announcing"
import { tellTopics } from "./live-telling"

const batch = 500
/** Milliseconds an answer is kept for a submission that comes again. */
const answersKept = 7 * 24 * 3600 * 1000

/** Repeats a bounded step until it finds less than a full batch: no transaction takes long. */
async function inBatches(step: () => Promise<number>): Promise<number> {
  for (let done = 0; ; ) {
    const found = await step()
    done += found
    if (found < batch) return done
  }
}

/** Removes rate counters whose time has passed. @returns how many */
export const expireRateLimits = (now = new Date()): Promise<number> =>
  inBatches(async () => {
    const over = await db()
      .select({ key: rateLimits.key })
      .from(rateLimits)
      .where(lte(rateLimits.resetsAt, now))
      .limit(batch)
    const keys = over.map((row) => row.key)
    if (keys.length > 0)
      await engine().write((tx) =>
        // Asked again inside: the key may have been counted anew meanwhile.
        Promise.resolve(
          tx.db
            .delete(rateLimits)
            .where(and(inArray(rateLimits.key, keys), lte(rateLimits.resetsAt, now))),
        ),
      )
    return keys.length
  })

/** Removes answers to submissions older than a week. @returns how many */
export const expireAnswers = (now = new Date()): Promise<number> =>
  inBatches(async () => {
    const before = new Date(now.getTime() - answersKept)
    const old = await db()
      .select({ actor: idempotency.actor, action: idempotency.action, key: idempotency.key })
      .from(idempotency)
      .where(lte(idempotency.at, before))
      .limit(batch)
    if (old.length > 0)
      await engine().write((tx) =>
        Promise.resolve(
          tx.db.delete(idempotency).where(
            sql`(${idempotency.actor}, ${idempotency.action}, ${idempotency.key}) in (values ${sql.join(
              old.map((row) => sql`(${row.actor}, ${row.action}, ${row.key})`),
              sql`, `,
            )})`,
          ),
        ),
      )
    return old.length
  })

/** Puts what was laid aside until now back into the inbox, on open pages too. @returns how many */
export const bringBack = (now = new Date()): Promise<number> =>
  inBatches(async () => {
    const due = and(sql`${bundles.state} = 'later'`, lte(bundles.laterUntil, now))
    const waiting = await db().select({ id: bundles.id }).from(bundles).where(due).limit(batch)
    const ids = waiting.map((row) => row.id)
    if (ids.length === 0) return 0
    const back = await engine().write(async (tx) => {
      const rows = await tx.db
        .update(bundles)
        .set({ state: "open", laterUntil: null, lastAt: now })
        .where(and(inArray(bundles.id, ids), due))
        .returning({ personId: bundles.personId })
      const topics = [...new Set(rows.map((row) => `person:${row.personId}`))]
      await announceTopics(tx, topics)
      return topics
    })
    tellTopics(back)
    return ids.length
  })
