import { and, eq, gt, inArray } from "drizzle-orm"
import { bundles } from "@/db/schema/notifications"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { nextWorkingDay, startOfWorkingDay } from "@/lib/calendar/work-time"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { changeInboxes } from "@/lib/platform/notify"
import type { InboxNarrowed } from "./inputs"
import { narrowedTo } from "./queries"

export type Bundle = typeof bundles.$inferSelect
type PersonCtx = Ctx & { actor: PersonActor }

/** A bundle of one's own; other people's don't exist here. */
export async function ownBundle(ctx: PersonCtx, { id }: { id: number }): Promise<Bundle | null> {
  const [row] = await ctx.tx
    .select()
    .from(bundles)
    .where(and(eq(bundles.id, id), eq(bundles.personId, ctx.actor.personId)))
  return row ?? null
}

/** Those of one's own among them; null when none is. */
export async function ownBundles(
  ctx: PersonCtx,
  { bundles: ids }: { bundles: number[] },
): Promise<Bundle[] | null> {
  const rows = await ctx.tx
    .select()
    .from(bundles)
    .where(and(inArray(bundles.id, ids), eq(bundles.personId, ctx.actor.personId)))
  return rows.length > 0 ? rows : null
}

/** Done never deletes; later comes back on the next working morning. */
export async function handle(
  ctx: Ctx,
  bundle: Bundle,
  to: "open" | "later" | "done" | "unread",
  later: Date,
) {
  const changes = {
    open: { state: "open", laterUntil: null, doneAt: null },
    unread: { state: "open", laterUntil: null, doneAt: null, unread: Math.max(1, bundle.unread) },
    later: { state: "later", laterUntil: later },
    done: { state: "done", unread: 0, doneAt: ctx.now, laterUntil: null },
  } as const
  await changeInboxes(ctx, changes[to], eq(bundles.id, bundle.id))
}

export async function handleAll(
  ctx: PersonCtx,
  { needsYou, ...only }: InboxNarrowed & { needsYou?: boolean | undefined },
): Promise<void> {
  await changeInboxes(
    ctx,
    { state: "done", unread: 0, doneAt: ctx.now },
    and(
      eq(bundles.personId, ctx.actor.personId),
      eq(bundles.state, "open"),
      needsYou === undefined ? undefined : eq(bundles.needsYou, needsYou),
      ...narrowedTo(only),
    ),
  )
}

/** Looking at a record reads what was said about it; it stays open until it is done. */
export async function readBundle(ctx: PersonCtx, kind: string, recordId: number): Promise<void> {
  await changeInboxes(
    ctx,
    { unread: 0 },
    and(
      eq(bundles.personId, ctx.actor.personId),
      eq(bundles.kind, kind),
      eq(bundles.recordId, recordId),
      gt(bundles.unread, 0),
    ),
  )
}

/** When 稍后 comes back: the beginning of the next working day. */
export async function nextMorning(now = new Date()): Promise<Date> {
  const calendar = await companyCalendar()
  const day = nextWorkingDay(calendar, dayIn(calendar.timeZone, now))
  return startOfWorkingDay(calendar, day) ?? now
}
