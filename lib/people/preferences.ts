import { and, eq } from "drizzle-orm"
import { channels, digestItems, notificationPreferences } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { registry } from "@/lib/platform/registry"

type Own = Ctx & { actor: PersonActor }
export type Channel = (typeof channels)[number]

export interface Look {
  /** null: as the browser asks. */
  locale: Locale | null
  theme: "system" | "light" | "dark"
  density: "normal" | "compact"
}

const mine = (ctx: Own) => eq(people.id, ctx.actor.personId)

const say = (ctx: Own, data: Record<string, unknown>) =>
  emit(ctx, { type: "person.preferences", recordId: ctx.actor.personId, data })

export async function setLook(ctx: Own, look: Look): Promise<void> {
  await ctx.tx.update(people).set(look).where(mine(ctx))
  say(ctx, { ...look })
}

/** The one field of the own profile that isn't HR's. */
export async function setPhone(ctx: Own, phone: string | null): Promise<void> {
  await ctx.tx.update(people).set({ phone }).where(mine(ctx))
  emit(ctx, { type: "person.changed", recordId: ctx.actor.personId, data: { fields: ["phone"] } })
}

/** @param quiet minutes of the day in company time, null for none */
export async function setQuietHours(
  ctx: Own,
  quiet: { from: number; until: number } | null,
): Promise<void> {
  await ctx.tx
    .update(people)
    .set({ quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null })
    .where(mine(ctx))
  say(ctx, { quiet })
}

export interface CategoryRow {
  category: string
  /** What stands now: the person's choice, else the company's default. */
  wanted: Record<Channel, boolean>
  /** The company's rule: 门户 can't be off. */
  fixed: boolean
}

export const categories = () =>
  registry().modules.flatMap((module) => Object.entries(module.categories ?? {}))

/** Every category there is with what this person gets. */
export async function notificationMatrix(on: Ctx["tx"], personId: number): Promise<CategoryRow[]> {
  const chosen = await on
    .select()
    .from(notificationPreferences)
    .where(eq(notificationPreferences.personId, personId))
  return categories().map(([category, usual]) => {
    const choice = (channel: Channel) =>
      chosen.find((row) => row.category === category && row.channel === channel)?.wanted ??
      usual[channel] ??
      false
    const wanted = {
      portal: usual.fixed || choice("portal"),
      push: choice("push"),
      email: choice("email"),
      digest: choice("digest"),
    }
    return { category, fixed: usual.fixed ?? false, wanted }
  })
}

/** Keeps only what differs from the company's default, so that a new default reaches everybody else. */
export async function setNotifications(ctx: Own, wanted: ReadonlySet<string>): Promise<void> {
  const { personId } = ctx.actor
  for (const [category, usual] of categories())
    for (const channel of channels) {
      if (usual.fixed && channel === "portal") continue
      const want = wanted.has(`${category}:${channel}`)
      await choose(
        ctx,
        { personId, category, channel, wanted: want },
        want === (usual[channel] ?? false),
      )
    }
  say(ctx, { notifications: [...wanted] })
}

/** Turns a channel off for somebody, for one category or for all. */
export async function channelOff(
  ctx: Ctx,
  personId: number,
  channel: Channel,
  only?: string,
): Promise<void> {
  for (const [category, usual] of categories())
    if (only === undefined || only === category)
      await choose(ctx, { personId, category, channel, wanted: false }, !(usual[channel] ?? false))
}

/** What waits for a daily mail that its person no longer wants doesn't wait any more. */
const dropWaiting = (ctx: Ctx, personId: number, category: string) =>
  ctx.tx
    .delete(digestItems)
    .where(and(eq(digestItems.personId, personId), eq(digestItems.category, category)))

/** Mail for every category that comes by push. */
export async function mailInstead(ctx: Own): Promise<void> {
  const { personId } = ctx.actor
  const rows = await notificationMatrix(ctx.tx, personId)
  const usual = new Map(categories())
  for (const { category, wanted } of rows)
    if (wanted.push && !wanted.email)
      await choose(
        ctx,
        { personId, category, channel: "email", wanted: true },
        usual.get(category)?.email ?? false,
      )
  say(ctx, { mailInstead: true })
}

async function choose(
  ctx: Ctx,
  row: typeof notificationPreferences.$inferInsert,
  isUsual: boolean,
): Promise<void> {
  if (row.channel === "digest" && !row.wanted) await dropWaiting(ctx, row.personId, row.category)
  const { personId, category, channel } = notificationPreferences
  if (isUsual) {
    const here = and(
      eq(personId, row.personId),
      eq(category, row.category),
      eq(channel, row.channel),
    )
    await ctx.tx.delete(notificationPreferences).where(here)
    return
  }
  await ctx.tx
    .insert(notificationPreferences)
    .values(row)
    .onConflictDoUpdate({ target: [personId, category, channel], set: { wanted: row.wanted } })
}

/** `tasks.assigned` is named by `tasks.category.assigned` in the module's own words. */
export const categoryWord = (category: string): string => category.replace(".", ".category.")
