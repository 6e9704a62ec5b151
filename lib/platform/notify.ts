import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { bundles, notificationPreferences, notifications } from "@/db/schema/notifications"
import type { Ctx, StoredEvent } from "./context"
import type { Kind, Known, Notice } from "./module"
import { actorsOf } from "./organisation"
import { registry } from "./registry"
import { tellOutside } from "./telling-outside"

const upsert = prepared((db) =>
  db
    .insert(bundles)
    .values({
      personId: sql.placeholder("personId"),
      kind: sql.placeholder("kind"),
      recordId: sql.placeholder("recordId"),
      needsYou: sql.placeholder("needsYou"),
      unread: 1,
      lastAt: sql.placeholder("at"),
    })
    .onConflictDoUpdate({
      target: [bundles.personId, bundles.kind, bundles.recordId],
      set: {
        state: "open",
        // What still needs the person goes on needing them, whatever else happens to the record.
        needsYou: sql`excluded.needs_you or (${bundles.needsYou} and ${bundles.state} <> 'done')`,
        unread: sql`${bundles.unread} + 1`,
        lastAt: sql`excluded.last_at`,
        laterUntil: null,
      },
    })
    .returning({ id: bundles.id })
    .prepare(),
)

/** Puts an event into one person's inbox. @returns whether the person was told (preferences) */
export async function tell(
  ctx: Ctx,
  event: StoredEvent,
  personId: number,
  notice: Notice,
): Promise<boolean> {
  const wanted = await wantedBy(ctx.tx, personId, notice.category)
  await tellOutside(ctx, event, personId, { category: notice.category, ...wanted })
  if (!wanted.portal) return false
  const [bundle] = await upsert(ctx.tx).execute({
    personId,
    kind: event.kind,
    recordId: event.recordId,
    needsYou: notice.needsYou,
    at: ctx.now,
  })
  if (!bundle) throw new Error("the inbox was not written")
  await append(ctx.tx).execute({
    bundleId: bundle.id,
    eventId: event.id,
    category: notice.category,
    needsYou: notice.needsYou,
    at: ctx.now,
  })
  return true
}

const append = prepared((db) =>
  db
    .insert(notifications)
    .values({
      bundleId: sql.placeholder("bundleId"),
      eventId: sql.placeholder("eventId"),
      category: sql.placeholder("category"),
      needsYou: sql.placeholder("needsYou"),
      at: sql.placeholder("at"),
    })
    .onConflictDoNothing()
    .prepare(),
)

const choicesOf = prepared((db) =>
  db
    .select({ channel: notificationPreferences.channel, wanted: notificationPreferences.wanted })
    .from(notificationPreferences)
    .where(
      and(
        eq(notificationPreferences.personId, sql.placeholder("personId")),
        eq(notificationPreferences.category, sql.placeholder("category")),
      ),
    )
    .prepare(),
)

/** The company's default for the category, changed by what the person chose; a fixed one can't be off. */
export async function wantedBy(on: Db, personId: number, category: string) {
  const usual = categoryOf(category)
  const wanted = { ...usual, digest: usual.digest ?? false }
  for (const choice of await choicesOf(on).execute({ personId, category }))
    wanted[choice.channel] = choice.wanted
  if (usual.fixed) wanted.portal = true
  return wanted
}

function categoryOf(name: string) {
  for (const module of registry().modules) {
    const found = module.categories?.[name]
    if (found) return found
  }
  throw new Error(`no module declares the notification category "${name}"`)
}

/** Changes what lies in inboxes; whoever's it is sees it on their open pages. */
export async function changeInboxes(
  ctx: Ctx,
  changes: Partial<typeof bundles.$inferInsert>,
  which: SQL | undefined,
): Promise<void> {
  const changed = await ctx.tx
    .update(bundles)
    .set(changes)
    .where(which)
    .returning({ personId: bundles.personId })
  for (const { personId } of changed) ctx.heard.add(inboxTopic(personId))
}

/** The live topic of what lies in somebody's inbox. */
export const inboxTopic = (personId: number): string => `inbox:${personId}`

/** What needed somebody is done for them: it leaves their inbox's open part. */
export const doneWith = (
  ctx: Ctx,
  personIds: readonly number[],
  kind: string,
  recordId: number,
): Promise<void> =>
  changeInboxes(
    ctx,
    { state: "done", unread: 0, doneAt: ctx.now, laterUntil: null },
    and(
      inArray(bundles.personId, [...personIds]),
      eq(bundles.kind, kind),
      eq(bundles.recordId, recordId),
      ne(bundles.state, "done"),
    ),
  )

/** A record that is gone for a person leaves the inbox too: what may not be seen has no trace. */
export async function forgetWhoLost(ctx: Ctx, kindName: string, kind: Kind, record: Known) {
  const about = and(eq(bundles.kind, kindName), eq(bundles.recordId, record.id))
  const told = await ctx.tx.select({ personId: bundles.personId }).from(bundles).where(about)
  const seeing = (
    await actorsOf(
      ctx.tx,
      told.map(({ personId }) => personId),
    )
  ).filter((actor) => kind.canSee(actor, record))
  const lost = told.filter(({ personId }) => !seeing.some((actor) => actor.personId === personId))
  if (lost.length === 0) return
  const people = lost.map(({ personId }) => personId)
  await ctx.tx.delete(bundles).where(and(about, inArray(bundles.personId, people)))
  for (const personId of people) ctx.heard.add(inboxTopic(personId))
}
