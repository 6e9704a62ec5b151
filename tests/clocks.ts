import { and, asc, eq } from "drizzle-orm"
import { db, engine } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { clocks, mentions, messages } from "@/db/schema/messages"
import { departments, people } from "@/db/schema/people"
import { findGroup, type GroupKind } from "@/lib/groups/group"
import { openClocks } from "@/lib/messages/clock-opening"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { write, writeAsSystem } from "@/lib/platform/write"
import { actor } from "./people"

interface GroupMade {
  kind?: GroupKind
  name?: string
  managers?: readonly number[]
  members?: readonly number[]
  onCall?: readonly number[]
}

/** A group of some people. @returns its id */
export function aGroup({
  kind = "project",
  name = "秋季版本 V3.2",
  managers = [],
  members = [],
  onCall = [],
}: GroupMade): Promise<number> {
  const at = new Date(0)
  return writeAsSystem("test", async (ctx) => {
    const [row] = await ctx.tx
      .insert(groups)
      .values({ kind, name, createdAt: at, lastAt: at })
      .returning({ id: groups.id })
    const groupId = row?.id ?? 0
    const all = [...new Set([...managers, ...members, ...onCall])]
    await ctx.tx.insert(groupMembers).values(
      all.map((personId) => ({
        groupId,
        personId,
        role: managers.includes(personId) ? ("manager" as const) : ("member" as const),
        onCall: onCall.includes(personId),
        joinedAt: at,
        joinedSeq: 0,
      })),
    )
    emit(ctx, { type: "group.changed", recordId: groupId })
    return groupId
  })
}

interface Asked {
  groupId: number
  by: number
  asked: readonly number[]
  at: Date
  urgency?: "ordinary" | "urgent"
  body?: string
  reason?: string
}

let seq = 0

/** Somebody asks others in a group for an answer. @returns the message's id */
export async function ask({ groupId, by, asked, at, ...more }: Asked): Promise<number> {
  const { urgency = "ordinary", body = "接口字段表已更新", reason = "请确认" } = more
  const nth = ++seq
  return write(
    await actor(by),
    async (ctx) => {
      const [row] = await ctx.tx
        .insert(messages)
        .values({ groupId, seq: nth, authorId: by, at, urgency, body })
        .returning({ id: messages.id })
      const id = row?.id ?? 0
      if (asked.length > 0)
        await ctx.tx.insert(mentions).values(
          asked.map((personId) => ({
            ...{ messageId: id, groupId, seq: nth },
            ...{ personId, reason, needsAnswer: true },
          })),
        )
      const group = await findGroup(ctx.tx, groupId)
      if (!group) throw new Error("there is no such group")
      await openClocks(ctx, {
        group,
        message: { id, groupId, authorId: by, urgency, at },
        asked,
      })
      emit(ctx, { type: "message.linked", recordId: id })
      return id
    },
    { now: at },
  )
}

/** Does something in the name of somebody, as one change. */
export const doing = async <T>(
  personId: number,
  now: Date,
  run: (ctx: Ctx) => Promise<T>,
): Promise<T> =>
  write(
    await actor(personId),
    async (ctx) => {
      const done = await run(ctx)
      emit(ctx, { type: "group.changed", recordId: 0 })
      return done
    },
    { now },
  )

export const clocksOn = (messageId: number) =>
  db().select().from(clocks).where(eq(clocks.messageId, messageId)).orderBy(asc(clocks.id))

export async function clockOf(messageId: number, personId: number) {
  const [row] = await db()
    .select()
    .from(clocks)
    .where(and(eq(clocks.messageId, messageId), eq(clocks.personId, personId)))
  if (!row) throw new Error("nobody asked them")
  return row
}

/** Puts somebody at the head of a department, and that under another. */
export const heads = (department: string, headId: number | null, under?: string) =>
  writeAsSystem("test", async (ctx) => {
    const [above] = under
      ? await ctx.tx.select().from(departments).where(eq(departments.name, under))
      : []
    await ctx.tx
      .update(departments)
      .set({ headId, ...(above && { parentId: above.id }) })
      .where(eq(departments.name, department))
    await organisationChanged(ctx)
    emit(ctx, { type: "group.changed", recordId: 0 })
  })

/** Takes people out of the company without telling anybody, as an import does. */
export const gone = (personId: number, at: Date | null = new Date(0)) =>
  engine().write((tx) =>
    Promise.resolve(tx.db.update(people).set({ disabledAt: at }).where(eq(people.id, personId))),
  )
