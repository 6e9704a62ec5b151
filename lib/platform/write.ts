import { breath } from "@/db/breath"
import type { Db, Tx, WriteOptions } from "@/db/database"
import { db, engine } from "@/db/engine"
import { topicOf, writeAccess } from "./access"
import type { Actor, SystemActor } from "./actor"
import { bookkeeping } from "./bookkeeping"
import {
  type Ctx,
  contextOf,
  type NewEvent,
  noOrigin,
  type Origin,
  type StoredEvent,
} from "./context"
import { deputiesFor } from "./deputies"
import { record, specOf } from "./events"
import { wakeDeliveries } from "./job-running"
import { announceEvents, announceTopics } from "./live-announcing"
import { publish } from "./live-publishing"
import { tellTopics } from "./live-telling"
import { marksOf, tellOfMarked } from "./marking"
import type { EventSpec, Known, Notice } from "./module"
import { forgetWhoLost, tell } from "./notify"
import { actorsOf, organisation } from "./organisation"
import { kindOf, registry } from "./registry"
import { writeSearch } from "./search-index"

/** Events that are written without a breath. */
const sayAtOnce = 8

/** What a transaction changed without saying so. A bug, never bad input. */
export class SilentChange extends Error {
  override name = "SilentChange"
}

/**
 * One change: runs the verbs, then writes what they said with everything that follows from it,
 * commits, and tells the open pages.
 * @param run may be called again after a conflict; no effect outside `ctx`
 * @param options.now when it happened, for histories that are written down afterwards
 * @throws {@link SilentChange} when rows changed and nothing was said
 */
export async function write<T>(
  actor: Actor,
  run: (ctx: Ctx) => Promise<T>,
  options: WriteOptions & { origin?: Origin; now?: Date } = {},
): Promise<T> {
  const { result, stored, heard, mail } = await engine().write(async (tx) => {
    const ctx = contextOf(tx, actor, options.origin ?? noOrigin, options.now)
    const result = await run(ctx)
    const stored = await settle(ctx, tx)
    return { result, stored, heard: [...ctx.heard], mail: tx.changed.has("deliveries") }
  }, options)
  tellOf(stored, mail)
  tellTopics(heard)
  return result
}

function tellOf(stored: StoredEvent[], mail: boolean): void {
  if (stored.length > 0) publish(stored)
  if (mail) wakeDeliveries()
}

/** One of several changes of a past that is written down afterwards. */
export interface PastChange {
  at: Date
  /** Whose it is, as they are at that moment. */
  by: (db: Db) => Promise<Actor>
  does: (ctx: Ctx) => Promise<unknown>
}

/**
 * Changes that happened one after the other, in one transaction: histories that are written down
 * afterwards would else wait for the disk after each of them.
 * @param only asked first in the transaction: whether there is anything to do
 */
export async function writePast(
  changes: readonly PastChange[],
  only: (db: Db) => Promise<boolean> = async () => true,
): Promise<void> {
  // Read once and kept, it needn't be read again for each of them.
  await organisation(db())
  const { stored, mail } = await engine().write(async (tx) => {
    const stored: StoredEvent[] = []
    const wanted = (await only(tx.db)) ? changes : []
    for (const { at, by, does } of wanted) {
      const before = new Map(tx.changed)
      const ctx = contextOf(tx, await by(tx.db), noOrigin, at)
      await does(ctx)
      stored.push(...(await settle(ctx, tx, before)))
    }
    return { stored, mail: tx.changed.has("deliveries") }
  })
  tellOf(stored, mail)
}

/** For scheduled work and set-up, which no person asked for. */
export const writeAsSystem = <T>(
  name: string,
  run: (ctx: Ctx) => Promise<T>,
  options?: WriteOptions & { origin?: Origin; now?: Date },
) => {
  const system: SystemActor = { kind: "system", name }
  return write(system, run, options)
}

/** @param before what had changed in the transaction before this change */
async function settle(ctx: Ctx, tx: Tx, before: Tx["changed"] = new Map()): Promise<StoredEvent[]> {
  const stored: StoredEvent[] = []
  // Reactions may say more; what they say is settled too.
  for (let i = 0; i < ctx.said.length; i++) {
    const event = ctx.said[i]
    if (!event) continue
    await specOf(event.type).react?.(ctx, event)
    for (const react of registry().reactions.get(event.type) ?? []) await react(ctx, event)
  }
  const touched = new Map<string, Touched>()
  for (const event of ctx.said) {
    stored.push(await store(ctx, event, touched))
    // Many at once would hold up everybody's pages.
    if (stored.length % sayAtOnce === 0) await breath()
  }
  await tellOfMarked(ctx, stored)
  for (const event of ctx.said.slice(stored.length)) stored.push(await store(ctx, event, touched))
  if (stored.length === 0) refuseSilence(tx, before)
  await announceEvents(
    tx,
    stored.map((event) => event.id),
  )
  await announceTopics(tx, [...ctx.heard])
  return stored
}

interface Touched {
  known: Known | null
  topics: string[]
}

async function store(
  ctx: Ctx,
  event: NewEvent,
  touched: Map<string, Touched>,
): Promise<StoredEvent> {
  const spec = specOf(event.type)
  const place = `${spec.kind}:${event.recordId}`
  const { known, topics } = touched.get(place) ?? (await reindex(ctx, spec.kind, event.recordId))
  touched.set(place, { known, topics })
  const notices = (await spec.notify?.(ctx, event)) ?? []
  const told = await recipients(ctx, spec.kind, known, notices)
  await listWhatIsTold(ctx, spec.kind, known, told.size)
  const deputies = known && (await deputiesFor(ctx, spec.kind, known, told))
  const standIns = [...(deputies ?? [])].map(([id, { absentId }]) => [id, absentId])
  for (const [id, { notice }] of deputies ?? []) told.set(id, notice)
  const said = standIns.length > 0 ? withStandIns(event, Object.fromEntries(standIns)) : event
  const people = [...told.keys()].map((id) => `person:${id}`)
  const whole = spec.whole ? [spec.whole.topic(event)] : []
  const heard = [
    ...new Set([
      ...topics,
      ...alsoHeard(spec, event),
      ...(event.topics ?? []),
      ...whole,
      ...people,
    ]),
  ]
  const stored = await record(ctx, said, heard, await marksOf(ctx, event))
  for (const [personId, notice] of told) await tell(ctx, stored, personId, notice)
  return stored
}

const alsoHeard = ({ topics = [] }: EventSpec, event: NewEvent) =>
  typeof topics === "function" ? topics(event) : topics

/** Who was told in whose place stands in the event: the inbox says so, and so does the audit log. */
const withStandIns = (event: NewEvent, standIns: Record<number, number>): NewEvent => ({
  ...event,
  data: { ...event.data, standIns },
})

/** Access list and search row of a record that changed, once per transaction. */
async function reindex(ctx: Ctx, kindName: string, id: number): Promise<Touched> {
  // Some things have no page to be found on (settings): they are only heard of.
  const kind = registry().kinds.get(kindName)
  const known = (await kind?.find(ctx.tx, id)) ?? null
  if (!kind || !known) return { known: null, topics: [`${kindName}:${id}`] }
  const { principals, narrowed } = kind.unlisted
    ? { principals: known.grants.map((grant) => grant.principal), narrowed: false }
    : await writeAccess(ctx.tx, kindName, kind, known)
  if (narrowed) await forgetWhoLost(ctx, kindName, kind, known)
  await writeSearch(ctx.tx, kindName, kind, known)
  return { known, topics: [`${kindName}:${id}`, ...principals.map(topicOf)] }
}

/** A record without an access list gets one once it lies in somebody's inbox, which asks by it. */
async function listWhatIsTold(ctx: Ctx, kindName: string, known: Known | null, told: number) {
  const kind = registry().kinds.get(kindName)
  if (kind?.unlisted && known && told > 0) await writeAccess(ctx.tx, kindName, kind, known)
}

/** Those to be told, without the one who did it and those who may not see the record. */
async function recipients(
  ctx: Ctx,
  kindName: string,
  known: Known | null,
  notices: readonly Notice[],
): Promise<Map<number, Notice>> {
  const found = new Map<number, Notice>()
  if (!known || notices.length === 0) return found
  const kind = kindOf(kindName)
  for (const notice of notices)
    for (const actor of await actorsOf(ctx.tx, notice.personIds)) {
      const self = ctx.actor.kind === "person" && ctx.actor.personId === actor.personId
      if (!self && !found.has(actor.personId) && kind.canSee(actor, known))
        found.set(actor.personId, notice)
    }
  return found
}

function refuseSilence({ changed }: Tx, before: Tx["changed"]): void {
  const silent = [...changed].flatMap(([table, rows]) =>
    bookkeeping.has(table) || rows === before.get(table) ? [] : [table],
  )
  if (silent.length > 0)
    throw new SilentChange(`rows of ${silent.join(", ")} changed, but no event says so`)
}
