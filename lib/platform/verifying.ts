import { and, asc, desc, eq, gt, gte, isNull, lt, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { events, seals, unsealed } from "@/db/schema/events"
import { log } from "./log"
import { beforeFirst, sealOf } from "./sealing"

const page = 1000

export interface BrokenSeal {
  /** Null when an event's seal was taken away from the end of the chain. */
  sealId: number | null
  eventId: number
  /** `changed`: event or seal isn't what was sealed, or a seal before it is gone or moved. */
  reason: "changed" | "event_missing" | "seal_missing"
}

/**
 * Follows the audit chain from its beginning, or through its last seals only.
 * What nobody can see from inside: events cut off together with their seals from the very end;
 * a hash noted elsewhere (`lastSeal`) shows that too.
 * @param options.last how many seals from the end; without it all, and that no seal is missing
 * Goes in slices, between which everybody else has their turn.
 * @param options.seen told after each slice how far it is
 * @returns the first broken seal, or null when everything is as it was written
 */
export async function verifyChain(
  options: { last?: number; seen?: (sealId: number) => void } = {},
): Promise<BrokenSeal | null> {
  let at = options.last === undefined ? start : await fromEnd(options.last)
  for (;;) {
    const rows = await sealsAfter(at.sealId)
    for (const { seal, event } of rows) {
      if (!event) return { sealId: seal.id, eventId: seal.eventId, reason: "event_missing" }
      if (sealOf(at.hash, event) !== seal.hash)
        return { sealId: seal.id, eventId: seal.eventId, reason: "changed" }
      at = { sealId: seal.id, hash: seal.hash }
    }
    options.seen?.(at.sealId)
    await new Promise((next) => setImmediate(next))
    if (rows.length < page) return options.last === undefined ? neverSealed() : null
  }
}

/** The newest seal: whoever notes it down elsewhere can tell later that nothing before it changed. */
export async function lastSeal(): Promise<{ id: number; hash: string } | null> {
  const [row] = await db()
    .select({ id: seals.id, hash: seals.hash })
    .from(seals)
    .orderBy(desc(seals.id))
    .limit(1)
  return row ?? null
}

/** For the scheduled checks: a broken chain is logged as an error with the place. */
export async function checkChain(options: { last?: number } = {}): Promise<void> {
  const broken = await verifyChain(options)
  if (broken) log.error(broken, "the audit chain is broken")
  // Every week the newest hash goes into the log: who keeps logs can prove that nothing was cut off.
  else if (options.last === undefined)
    log.info({ seal: await lastSeal() }, "the audit chain is whole")
}

const start = { sealId: 0, hash: beforeFirst }

const sealsAfter = (sealId: number) =>
  db()
    .select({ seal: seals, event: events })
    .from(seals)
    .leftJoin(events, eq(events.id, seals.eventId))
    .where(gt(seals.id, sealId))
    .orderBy(asc(seals.id))
    .limit(page)

async function fromEnd(last: number) {
  const [row] = await db()
    .select({ sealId: seals.id, hash: seals.hash })
    .from(seals)
    .orderBy(desc(seals.id))
    .limit(1)
    .offset(last)
  return row ?? start
}

/** Every event is sealed or waits for it; one that is neither lost its seal. Slice by slice too. */
async function neverSealed(): Promise<BrokenSeal | null> {
  const [whole] = await db()
    .select({ last: sql<number | null>`max(${events.id})` })
    .from(events)
  const last = Number(whole?.last ?? 0)
  for (let from = 0; from <= last; from += page * 10) {
    const eventId = await unsealedWithin(from, from + page * 10)
    if (eventId) return { sealId: null, eventId, reason: "seal_missing" }
    await new Promise((next) => setImmediate(next))
  }
  return null
}

async function unsealedWithin(first: number, end: number): Promise<number | null> {
  const [row] = await db()
    .select({ eventId: sql<number | null>`min(${events.id})` })
    .from(events)
    .leftJoin(seals, eq(seals.eventId, events.id))
    .leftJoin(unsealed, eq(unsealed.eventId, events.id))
    .where(
      and(isNull(seals.id), isNull(unsealed.eventId), gte(events.id, first), lt(events.id, end)),
    )
  return row?.eventId ? Number(row.eventId) : null
}
