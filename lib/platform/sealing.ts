import { hash } from "node:crypto"
import { asc, desc, eq, inArray } from "drizzle-orm"
import { type Db, engine } from "@/db/engine"
import { events, seals, unsealed } from "@/db/schema/events"
import { canonical } from "./canonical"
import type { StoredEvent } from "./context"

const batch = 200
/** What the first seal follows. */
export const beforeFirst = ""

/**
 * A seal covers the seal before it and everything an event says. The transaction number is left
 * out: it belongs to one server and means nothing in a copy.
 */
export function sealOf(previous: string, event: StoredEvent): string {
  const { transaction: _, ...said } = event
  return hash("sha256", `${previous}\n${canonical(said)}`)
}

/**
 * Seals every event that has none yet, in batches. After a bulk load they are many: between two
 * batches everybody else has as long as a batch took. Chain order is sealing order (decision 32):
 * the lock makes processes take turns, so that no two seals follow the same one.
 * @returns how many events were sealed
 */
export async function sealEvents(): Promise<number> {
  for (let sealed = 0; ; ) {
    const begun = performance.now()
    const done = await engine().write(({ db }) => sealBatch(db), { lock: "sealing" })
    sealed += done
    if (done < batch || globalThis.__qibuJobs?.stopped) return sealed
    await new Promise((next) => setTimeout(next, performance.now() - begun))
  }
}

async function sealBatch(tx: Db): Promise<number> {
  const waiting = await tx
    .select({ event: events })
    .from(unsealed)
    .innerJoin(events, eq(events.id, unsealed.eventId))
    .orderBy(asc(unsealed.eventId))
    .limit(batch)
  if (waiting.length === 0) return 0
  let last = await lastHash(tx)
  const rows = waiting.map(({ event }) => {
    last = sealOf(last, event)
    return { eventId: event.id, hash: last }
  })
  await tx.insert(seals).values(rows)
  await tx.delete(unsealed).where(
    inArray(
      unsealed.eventId,
      rows.map((row) => row.eventId),
    ),
  )
  return rows.length
}

async function lastHash(tx: Db): Promise<string> {
  const [last] = await tx.select({ hash: seals.hash }).from(seals).orderBy(desc(seals.id)).limit(1)
  return last?.hash ?? beforeFirst
}
