import { and, asc, eq, isNull, lte } from "drizzle-orm"
import { db } from "@/db/engine"
import { scheduledMessages } from "@/db/schema/messages"
import { files } from "@/db/schema/platform"
import { findGroup, type Group } from "@/lib/groups/group"
import { canPost } from "@/lib/groups/policy"
import { namesOf } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { attachFiles, dropFiles } from "@/lib/platform/files/attaching"
import { actorsOf } from "@/lib/platform/organisation"
import { Refusal, refuse } from "@/lib/platform/refusal"
import { settled } from "@/lib/platform/settled"
import { visibleName } from "@/lib/platform/visible-text"
import { write, writeAsSystem } from "@/lib/platform/write"
import { backToDraft, type Draft } from "./drafting"
import { newMessage } from "./inputs"
import { wordsFor } from "./leaving"
import { screenMessage } from "./leaving-ahead"
import { checkReach, mentionsIn, reachOf } from "./mentioning"
import { type Said, sendMessage } from "./sending"
import { keepUnsent, scheduledKind, unsentCategory } from "./unsent"
import { everybody } from "./view"

type PersonCtx = Ctx & { actor: PersonActor }
type Scheduled = typeof scheduledMessages.$inferSelect

const furthest = 366 * 24 * 3600 * 1000

/**
 * Keeps a message to be sent later, with its files. Whoever reaches many agrees now: nobody is there
 * to be asked when it is time.
 * @throws Refusal for a moment that is past or a year away, and as `sendMessage`
 */
export async function schedule(
  ctx: PersonCtx,
  group: Group,
  said: Said,
  at: Date,
): Promise<number> {
  if (at <= ctx.now || at.getTime() > ctx.now.getTime() + furthest)
    refuse("invalid", { fields: { at: "messages.error.when" } })
  if (visibleName(said.body) === "" && said.fileIds.length === 0)
    refuse("invalid", { fields: { body: "messages.error.empty" } })
  await mentionsIn(ctx, group, said)
  await checkReach(ctx, group, said)
  await requireWay(ctx, group, said)
  const [row] = await ctx.tx
    .insert(scheduledMessages)
    .values({
      personId: ctx.actor.personId,
      groupId: group.id,
      input: { ...said, groupId: group.id },
      dueAt: at,
      createdAt: ctx.now,
    })
    .returning({ id: scheduledMessages.id })
  const id = row?.id ?? refuse("conflict")
  // What hangs nowhere is swept away after a day.
  await attachFiles(ctx, scheduledKind, id, said.fileIds)
  return id
}

/** Its files hang nowhere again, as when they had just been sent. */
const looseFiles = (ctx: Ctx, id: number) =>
  ctx.tx
    .update(files)
    .set({ kind: null, recordId: null })
    .where(and(eq(files.kind, scheduledKind), eq(files.recordId, id)))

/** Who isn't there to choose when it is time chooses now; whom to ask then, nobody knows. */
async function requireWay(ctx: PersonCtx, group: Group, said: Said): Promise<void> {
  if (said.outward === "ask" || said.outward === "release")
    refuse("invalid", { fields: { outward: "outward.error.notLater" } })
  await wordsFor(ctx, group, said)
}

const waiting = and(isNull(scheduledMessages.sentAt), isNull(scheduledMessages.failed))

/** What hasn't been sent, also what couldn't be. @returns null when there is none such of one's own */
export async function ownScheduled(ctx: PersonCtx, { id }: { id: number }) {
  const [row] = await ctx.tx
    .select()
    .from(scheduledMessages)
    .where(
      and(
        eq(scheduledMessages.id, id),
        eq(scheduledMessages.personId, ctx.actor.personId),
        isNull(scheduledMessages.sentAt),
      ),
    )
  return row ?? null
}

/**
 * Takes it back: its words lie in the group's message box again, where there is one; its files are gone.
 * @returns whose it was
 */
export async function unschedule(
  ctx: PersonCtx,
  { id, groupId, input }: Scheduled,
): Promise<number> {
  await ctx.tx.delete(scheduledMessages).where(eq(scheduledMessages.id, id))
  await dropFiles(ctx, scheduledKind, id)
  await settled(ctx, unsentCategory, scheduledKind, id)
  const said = newMessage.safeParse(input)
  // Who is out of the group has no message box there.
  if (said.success && ctx.actor.principals.has(`group:${groupId}`))
    await backToDraft(ctx, { groupId, threadId: null }, await draftOf(ctx, said.data))
  return ctx.actor.personId
}

/** Its words with whom they mention, as they stood in the message box. */
async function draftOf(ctx: PersonCtx, { body, mentions, everyone }: Said): Promise<Draft> {
  const named = await namesOf(
    ctx.tx,
    mentions.map(({ personId }) => personId),
  )
  const all = everybody.find((word) => body.includes(`@${word}`))
  return {
    text: body,
    mentions: [
      ...mentions.flatMap((mention) => {
        const name = named.get(mention.personId)
        return name === undefined ? [] : [{ ...mention, name }]
      }),
      ...(everyone && all
        ? [{ personId: 0, name: all, reason: everyone, needsAnswer: false }]
        : []),
    ],
  }
}

const batch = 50

/**
 * Sends what is due, each in a transaction of its own and by the same rules as at a desk: who has
 * left the group, or the company, sends nothing any more.
 * @returns how many were dealt with
 * @throws the first fault of ours, or of the disk, once the others are sent
 */
export async function sendDue(now = new Date()): Promise<number> {
  const due = await db()
    .select()
    .from(scheduledMessages)
    .where(and(waiting, lte(scheduledMessages.dueAt, now)))
    .orderBy(asc(scheduledMessages.dueAt))
    .limit(batch)
  const faults: unknown[] = []
  for (const row of due) await sendOne(row, now).catch((fault) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
  return due.length
}

async function sendOne({ id, personId, input }: Scheduled, now: Date): Promise<void> {
  const [actor] = await actorsOf(db(), [personId])
  const said = newMessage.safeParse(input)
  if (actor && said.success) await screenMessage(said.data, actor, true)
  const failed = actor ? await attempt(id, actor, now) : "disabled"
  if (!failed) return
  await writeAsSystem("messages.scheduled", (ctx) => keepUnsent(ctx, id, failed))
}

/** @returns why it can't be sent, or null when it was, by this or by another process */
async function attempt(id: number, actor: PersonActor, now: Date): Promise<string | null> {
  try {
    await write(actor, (ctx) => sendRow(Object.assign(ctx, { actor }), id), { now })
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

async function sendRow(ctx: PersonCtx, id: number): Promise<void> {
  const [row] = await ctx.tx
    .update(scheduledMessages)
    .set({ sentAt: ctx.now })
    .where(and(eq(scheduledMessages.id, id), waiting))
    .returning()
  if (!row) return
  // One that an older version kept may not be what is sent today; it must not hold up the others.
  const kept = newMessage.safeParse(row.input)
  const { groupId, ...said } = kept.data ?? refuse("invalid")
  // Its words stand in the message from now on, and go with it when that is taken back.
  await ctx.tx.update(scheduledMessages).set({ input: {} }).where(eq(scheduledMessages.id, id))
  const group = await findGroup(ctx.tx, groupId)
  if (!group || !canPost(ctx.actor, group)) return refuse("forbidden")
  await looseFiles(ctx, id)
  // Its author agreed to reach these people, however many they are by now.
  const agreed = said.confirmed !== undefined
  await sendMessage(ctx, group, {
    ...said,
    ...(agreed && { confirmed: await reachOf(ctx, group, said) }),
  })
}
