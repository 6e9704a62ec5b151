import { and, asc, eq, gt, like } from "drizzle-orm"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { announcements, groupMembers } from "@/db/schema/groups"
import { counters } from "@/db/schema/platform"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { tellTopics } from "@/lib/platform/live-telling"
import type { Notice } from "@/lib/platform/module"
import { tell } from "@/lib/platform/notify"
import { writeAsSystem } from "@/lib/platform/write"
import { memberCount, membersOf } from "./members"

/** More are told soon, some at a time, rather than while everybody who writes has to wait. */
const mostAtOnce = 100
const batch = 200
const category = "groups.announcement"
const prefix = "groups.announced."

/** Members of a group are told of its announcement at once, where they are few. */
export async function toMembers(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  if ((await memberCount(ctx.tx, event.recordId)) > mostAtOnce) return []
  const members = await membersOf(ctx.tx, event.recordId)
  return [{ personIds: members.map(({ personId }) => personId), category, needsYou: false }]
}

/** Where they are many, how far the telling has come is kept, so that it goes on after a stop. */
export async function tellLater(ctx: Ctx, event: NewEvent): Promise<void> {
  if ((await memberCount(ctx.tx, event.recordId)) <= mostAtOnce) return
  const name = `${prefix}${Number(event.data?.announcementId)}`
  await ctx.tx.insert(counters).values({ name, value: 0 })
}

/** Tells the rest. Nobody is told twice, whoever else is at it. */
export async function tellAnnounced(): Promise<void> {
  const open = await db()
    .select({ name: counters.name })
    .from(counters)
    .where(like(counters.name, `${prefix}%`))
  for (const { name } of open) while (await tellSome(name));
}

/** @returns whether there may be more */
async function tellSome(name: string): Promise<boolean> {
  const told = await writeAsSystem("groups.announced", (ctx) => next(ctx, name))
  if (told.length > 0) tellTopics(told.map((personId) => `person:${personId}`))
  return told.length === batch
}

async function next(ctx: Ctx, name: string): Promise<number[]> {
  const [place] = await ctx.tx.select().from(counters).where(eq(counters.name, name))
  const [announcement] = await ctx.tx
    .select()
    .from(announcements)
    .where(eq(announcements.id, Number(name.slice(prefix.length))))
  if (!place || !announcement) return []
  const people = await membersAfter(ctx, announcement.groupId, place.value)
  const event = await eventOf(ctx, announcement)
  if (event)
    for (const personId of people)
      if (personId !== announcement.authorId)
        await tell(ctx, event, personId, { personIds: [], category, needsYou: false })
  const mine = eq(counters.name, name)
  if (people.length < batch) await ctx.tx.delete(counters).where(mine)
  else
    await ctx.tx
      .update(counters)
      .set({ value: people.at(-1) ?? 0 })
      .where(mine)
  return people
}

async function eventOf(ctx: Ctx, announcement: { id: number; groupId: number }) {
  const said = await ctx.tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.kind, "group"),
        eq(events.recordId, announcement.groupId),
        eq(events.type, "group.announced"),
      ),
    )
  return said.find(({ data }) => data.announcementId === announcement.id)
}

async function membersAfter(ctx: Ctx, groupId: number, after: number): Promise<number[]> {
  const rows = await ctx.tx
    .select({ personId: groupMembers.personId })
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), gt(groupMembers.personId, after)))
    .orderBy(asc(groupMembers.personId))
    .limit(batch)
  return rows.map(({ personId }) => personId)
}
