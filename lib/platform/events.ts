import { sql } from "drizzle-orm"
import { prepared, preparedInsert } from "@/db/engine"
import { events, unsealed } from "@/db/schema/events"
import { actorId } from "./actor"
import type { Ctx, NewEvent, StoredEvent } from "./context"
import type { EventSpec } from "./module"
import { registry } from "./registry"

/**
 * Says what happened. Audit log, activity, notifications, search and live pages all follow
 * from it, in the change's own transaction.
 */
export const emit = (ctx: Ctx, event: NewEvent): void => {
  ctx.said.push(event)
}

/** @throws when no manifest declares the type */
export function specOf(type: string): EventSpec {
  const spec = registry().events.get(type)
  if (!spec) throw new Error(`no module declares the event "${type}"`)
  return spec
}

const append = preparedInsert(events.id, (db) =>
  db.insert(events).values({
    at: sql.placeholder("at"),
    type: sql.placeholder("type"),
    kind: sql.placeholder("kind"),
    recordId: sql.placeholder("recordId"),
    actorKind: sql.placeholder("actorKind"),
    actorId: sql.placeholder("actorId"),
    address: sql.placeholder("address"),
    requestId: sql.placeholder("requestId"),
    data: sql.placeholder("data"),
    topics: sql.placeholder("topics"),
    needsReview: sql.placeholder("needsReview"),
  }),
)
const appendUnsealed = prepared((db) =>
  db
    .insert(unsealed)
    .values({ eventId: sql.placeholder("id") })
    .prepare(),
)

/**
 * Writes one event down.
 * @param topics live topics that change with it
 * @param marks why it asks for a second look; kept with the event, since the reasons pass
 */
export async function record(
  ctx: Ctx,
  event: NewEvent,
  topics: string[],
  marks: readonly string[] = [],
): Promise<StoredEvent> {
  const said = {
    at: ctx.now,
    type: event.type,
    kind: specOf(event.type).kind,
    recordId: event.recordId,
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    address: ctx.origin.address,
    requestId: ctx.origin.requestId,
    data: { ...event.data, ...(marks.length > 0 && { marks }) },
    topics,
    needsReview: event.needsReview || marks.length > 0,
  }
  const id = await append(ctx.tx, said)
  await appendUnsealed(ctx.tx).execute({ id })
  return { id, ...said, transaction: null }
}
