import { and, asc, eq, gt, isNull } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { groupMembers } from "@/db/schema/groups"
import { fanOuts } from "@/db/schema/messages"
import { writeAccess } from "@/lib/platform/access"
import type { Ctx } from "@/lib/platform/context"
import { tellTopics } from "@/lib/platform/live-telling"
import { tell } from "@/lib/platform/notify"
import { kindOf } from "@/lib/platform/registry"
import { writeAsSystem } from "@/lib/platform/write"
import { findMessage } from "./message"

const batch = 200

type FanOut = typeof fanOuts.$inferSelect

/**
 * Tells the members of a large group of a message that calls everybody, some at a time. Where it
 * was stopped it goes on; nobody is told twice.
 */
export async function tellRest(): Promise<void> {
  for (const id of await open(db())) while (await tellSome(id));
}

/** The same inside a transaction, for pasts that are written down afterwards. */
export async function tellRestIn(ctx: Ctx): Promise<void> {
  for (const id of await open(ctx.tx)) while ((await next(ctx, id)).length === batch);
}

async function open(on: Db): Promise<number[]> {
  const rows = await on
    .select()
    .from(fanOuts)
    .where(isNull(fanOuts.doneAt))
    .orderBy(asc(fanOuts.id))
    .limit(20)
  return rows.map(({ id }) => id)
}

/** @returns whether there may be more */
async function tellSome(id: number): Promise<boolean> {
  const told = await writeAsSystem("messages.fan_out", (ctx) => next(ctx, id))
  if (told.length > 0) tellTopics(told.map((personId) => `person:${personId}`))
  return told.length === batch
}

async function next(ctx: Ctx, id: number): Promise<number[]> {
  const [row] = await ctx.tx
    .select()
    .from(fanOuts)
    .where(and(eq(fanOuts.id, id), isNull(fanOuts.doneAt)))
  const message = row && (await findMessage(ctx.tx, row.messageId))
  if (!row || !message) return []
  await writeAccess(ctx.tx, "message", kindOf("message"), message)
  const people = message.withdrawnAt ? [] : await membersAfter(ctx, message.groupId, row)
  const [event] = await ctx.tx
    .select()
    .from(events)
    .where(and(eq(events.kind, "message"), eq(events.recordId, message.id)))
    .orderBy(asc(events.id))
    .limit(1)
  if (event)
    for (const personId of people)
      if (personId !== message.authorId)
        await tell(ctx, event, personId, { personIds: [], category: row.category, needsYou: false })
  await ctx.tx
    .update(fanOuts)
    .set({
      afterPersonId: people.at(-1) ?? row.afterPersonId,
      doneAt: people.length < batch ? ctx.now : null,
    })
    .where(eq(fanOuts.id, id))
  return people
}

async function membersAfter(ctx: Ctx, groupId: number, row: FanOut): Promise<number[]> {
  const rows = await ctx.tx
    .select({ personId: groupMembers.personId })
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), gt(groupMembers.personId, row.afterPersonId)))
    .orderBy(asc(groupMembers.personId))
    .limit(batch)
  return rows.map(({ personId }) => personId)
}
