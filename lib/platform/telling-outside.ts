import { and, eq, gt, isNull, sql } from "drizzle-orm"
import { prepared } from "@/db/engine"
import { deliveries, digestItems, pushDevices } from "@/db/schema/notifications"
import { people, sessions } from "@/db/schema/people"
import type { Ctx, StoredEvent } from "./context"
import { afterQuiet } from "./quiet-hours"
import { settings } from "./settings"

interface Wanted {
  category: string
  push: boolean
  email: boolean
  digest: boolean
}

const quietOf = prepared((db) =>
  db
    .select({ email: people.email, from: people.quietFrom, until: people.quietUntil })
    .from(people)
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare(),
)

const devicesOf = prepared((db) =>
  db
    .select({ id: pushDevices.id })
    .from(pushDevices)
    .innerJoin(sessions, eq(sessions.id, pushDevices.sessionId))
    .where(
      and(
        eq(pushDevices.personId, sql.placeholder("personId")),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql.placeholder("now")),
      ),
    )
    .limit(20)
    .prepare(),
)

/** Puts what happened into the outbox for every way by which it reaches somebody elsewhere, once. */
export async function tellOutside(
  ctx: Ctx,
  event: StoredEvent,
  personId: number,
  wanted: Wanted,
): Promise<void> {
  if (wanted.digest) await keepForDigest(ctx, event, personId, wanted.category)
  const devices = wanted.push
    ? await devicesOf(ctx.tx).execute({
        personId,
        now: sessions.expiresAt.mapToDriverValue(ctx.now),
      })
    : []
  if (devices.length === 0 && !wanted.email) return
  const [person] = await quietOf(ctx.tx).execute({ personId })
  if (!person) return
  const { timeZone } = (await settings()).company
  const dueAt = afterQuiet(timeZone, ctx.now, person.from, person.until)
  const payload = JSON.stringify({ eventId: event.id, category: wanted.category })
  const common = { personId, template: "event", payload, dueAt }
  const pushes = devices.map(({ id }) => ({
    ...common,
    ...{ key: `push:${event.id}:${id}`, channel: "push" as const, address: String(id) },
  }))
  const mail = {
    ...common,
    ...{ key: `event:${event.id}:${personId}`, channel: "email" as const, address: person.email },
  }
  await ctx.tx
    .insert(deliveries)
    .values(wanted.email ? [...pushes, mail] : pushes)
    .onConflictDoNothing()
}

const keepForDigest = (ctx: Ctx, event: StoredEvent, personId: number, category: string) =>
  ctx.tx
    .insert(digestItems)
    .values({ personId, eventId: event.id, category, at: ctx.now })
    .onConflictDoNothing()
