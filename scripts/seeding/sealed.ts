import { desc } from "drizzle-orm"
import { insertMany } from "@/db/bulk"
import type { Db } from "@/db/database"
import { events, seals } from "@/db/schema/events"
import type { StoredEvent } from "@/lib/platform/context"
import { beforeFirst, sealOf } from "@/lib/platform/sealing"

export type PastEvent = Pick<
  StoredEvent,
  "at" | "type" | "kind" | "recordId" | "actorId" | "data" | "topics"
>

/** Events of persons with their seals: a running portal seals as it goes. */
export async function insertSealed(db: Db, said: readonly PastEvent[]): Promise<void> {
  const rows = said.map((event) => ({
    ...event,
    ...{ actorKind: "person" as const, address: null, requestId: "", needsReview: false },
  }))
  const stored = await insertMany<typeof events, { id: number }>(db, events, rows, {
    returning: ["id"],
  })
  const ids = stored.map(({ id }) => Number(id)).toSorted((a, b) => a - b)
  let [{ hash } = { hash: beforeFirst }] = await db
    .select({ hash: seals.hash })
    .from(seals)
    .orderBy(desc(seals.id))
    .limit(1)
  const sealed = rows.map((row, n) => {
    const id = ids[n] ?? 0
    hash = sealOf(hash, { ...row, id, transaction: null })
    return { eventId: id, hash }
  })
  await insertMany(db, seals, sealed)
}
