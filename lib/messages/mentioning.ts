import { and, count, eq, inArray, isNull, or, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { mentions } from "@/db/schema/messages"
import type { Group } from "@/lib/groups/group"
import { canManage } from "@/lib/groups/policy"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import type { Said } from "./sending"

type PersonCtx = Ctx & { actor: PersonActor }

export interface NewMention {
  /** Null for everybody. */
  personId: number | null
  reason: string
  needsAnswer: boolean
}

/** More names than this are asked about before they are called. */
export const fewEnough = 5

const among = prepared((db) =>
  db
    .select({ personId: groupMembers.personId })
    .from(groupMembers)
    .where(
      and(
        eq(groupMembers.groupId, sql.placeholder("groupId")),
        inArray(groupMembers.personId, idsGiven("ids")),
      ),
    )
    .prepare(),
)

/**
 * Who is mentioned, each once, without the author.
 * @throws Refusal when somebody isn't in the group: they could not read what is asked of them
 */
export async function mentionsIn(ctx: PersonCtx, group: Group, said: Said): Promise<NewMention[]> {
  const named = new Map(said.mentions.map((mention) => [mention.personId, mention]))
  named.delete(ctx.actor.personId)
  const everyone = said.everyone
    ? [{ personId: null, reason: said.everyone, needsAnswer: false }]
    : []
  if (named.size === 0) return everyone
  const ids = JSON.stringify([...named.keys()])
  const members = await among(ctx.tx).execute({ groupId: group.id, ids })
  if (members.length < named.size)
    refuse("invalid", { fields: { mentions: "messages.error.notHere" } })
  return [...named.values(), ...everyone]
}

/**
 * @所有人 is for the group's managers, or for who agreed to reach so many; so are many names (G2.3).
 * @throws Refusal "conflict" with `current.reach`, the number of people
 */
export async function checkReach(ctx: PersonCtx, group: Group, said: Said): Promise<void> {
  const all = Boolean(said.everyone) && !canManage(ctx.actor, group)
  if (!all && said.mentions.length <= fewEnough) return
  const reach = await reachOf(ctx, group, said)
  if (said.confirmed === reach) return
  refuse("conflict", {
    sentence: "messages.error.reach",
    values: { count: reach },
    current: { reach },
  })
}

/** How many people it calls. */
export const reachOf = async (ctx: Ctx, { id }: { id: number }, said: Said): Promise<number> =>
  said.everyone ? (await sizeOf(ctx.tx, id)) - 1 : said.mentions.length

const counted = prepared((db) =>
  db
    .select({ size: count() })
    .from(groupMembers)
    .where(eq(groupMembers.groupId, sql.placeholder("groupId")))
    .prepare(),
)

export async function sizeOf(db: Db, groupId: number): Promise<number> {
  const [row] = await counted(db).execute({ groupId })
  return row?.size ?? 0
}

export async function writeMentions(
  ctx: Ctx,
  place: { messageId: number; groupId: number; seq: number },
  all: readonly NewMention[],
): Promise<void> {
  if (all.length === 0) return
  await ctx.tx.insert(mentions).values(all.map((mention) => ({ ...mention, ...place })))
}

/** How somebody is mentioned in a message: by name, or with everybody. */
export async function mentionFor(db: Db, messageId: number, personId: number) {
  const rows = await db
    .select({ personId: mentions.personId, reason: mentions.reason })
    .from(mentions)
    .where(
      and(
        eq(mentions.messageId, messageId),
        or(eq(mentions.personId, personId), isNull(mentions.personId)),
      ),
    )
    .limit(10)
  return rows.find((row) => row.personId === personId) ?? rows[0] ?? null
}
