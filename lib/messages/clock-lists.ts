import { and, asc, count, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/sqlite-core"
import { idsGiven } from "@/db/bulk"
import type { Db } from "@/db/database"
import { db, prepared } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { clocks, mentions, messages } from "@/db/schema/messages"
import { people } from "@/db/schema/people"
import { findGroup } from "@/lib/groups/group"
import { canManage } from "@/lib/groups/policy"
import type { PersonActor } from "@/lib/platform/actor"
import { excerpt } from "./message"

const asked = alias(people, "asked")
const holder = alias(people, "holder")

const columns = {
  id: clocks.id,
  messageId: clocks.messageId,
  groupId: clocks.groupId,
  groupName: groups.name,
  groupKind: groups.kind,
  author: { id: people.id, name: people.name, face: people.faceFileId },
  asked: { id: asked.id, name: asked.name },
  holder: { id: holder.id, name: holder.name },
  urgency: clocks.urgency,
  openedAt: clocks.openedAt,
  dueAt: clocks.dueAt,
  escalatedAt: clocks.escalatedAt,
  body: messages.body,
  reason: mentions.reason,
}

/** Open clocks, urgent ones first, then by the time that is left. */
const open = (on: Db, which: SQL) =>
  on
    .select(columns)
    .from(clocks)
    .innerJoin(messages, eq(messages.id, clocks.messageId))
    .innerJoin(groups, eq(groups.id, clocks.groupId))
    .innerJoin(people, eq(people.id, clocks.askedById))
    .innerJoin(asked, eq(asked.id, clocks.personId))
    .innerJoin(holder, eq(holder.id, clocks.holderId))
    .leftJoin(
      mentions,
      and(eq(mentions.messageId, clocks.messageId), eq(mentions.personId, clocks.personId)),
    )
    .where(and(eq(clocks.open, true), which))
    .orderBy(desc(clocks.urgency), asc(clocks.dueAt), asc(clocks.id))
    .limit(sql.placeholder("limit"))
    .prepare()

const heldBy = prepared((on) => open(on, eq(clocks.holderId, sql.placeholder("id"))))
const inGroup = prepared((on) => open(on, eq(clocks.groupId, sql.placeholder("id"))))

type Row = Awaited<ReturnType<ReturnType<typeof heldBy>["execute"]>>[number]

/** An answer that somebody owes, as lists show it. */
export interface Awaiting extends Omit<Row, "body" | "reason"> {
  /** How the message begins; null for who can't read it any more. */
  text: string | null
  reason: string | null
}

const shown =
  (actor: PersonActor) =>
  ({ body, reason, ...row }: Row): Awaiting => {
    const reads = actor.principals.has(`group:${row.groupId}`)
    return { ...row, text: reads ? excerpt(body, 120) : null, reason: reads ? reason : null }
  }

/** 等我回复: what somebody has to answer, for themselves and in others' place. */
export async function awaitingMe(actor: PersonActor, limit: number): Promise<Awaiting[]> {
  const rows = await heldBy(db()).execute({ id: actor.personId, limit })
  return rows.map(shown(actor))
}

/** What is owed in a group, for who manages it; null for everybody else. */
export async function awaitingInGroup(
  actor: PersonActor,
  groupId: number,
  limit = 100,
): Promise<{ name: string; rows: Awaiting[] } | null> {
  const group = await findGroup(db(), groupId)
  if (!group || !canManage(actor, group)) return null
  const rows = await inGroup(db()).execute({ id: groupId, limit })
  return { name: group.name, rows: rows.map(shown(actor)) }
}

const counted = prepared((on) =>
  on
    .select({ urgency: clocks.urgency })
    .from(clocks)
    .where(and(eq(clocks.holderId, sql.placeholder("id")), eq(clocks.open, true)))
    .limit(100)
    .prepare(),
)

/** How many answers somebody owes, up to 100: a badge shows 99+. */
export async function awaitingCount(
  actor: PersonActor,
): Promise<{ count: number; urgent: boolean }> {
  const rows = await counted(db()).execute({ id: actor.personId })
  return { count: rows.length, urgent: rows.some(({ urgency }) => urgency === "urgent") }
}

const mostGroups = 12

const byGroup = prepared((on) =>
  on
    .select({ id: groups.id, name: groups.name, count: count() })
    .from(clocks)
    .innerJoin(groups, eq(groups.id, clocks.groupId))
    .where(
      and(
        inArray(clocks.groupId, idsGiven("ids")),
        eq(clocks.open, true),
        // Nobody manages a private chat.
        ne(groups.kind, "direct"),
      ),
    )
    .groupBy(groups.id, groups.name)
    .orderBy(desc(count()), asc(groups.id))
    .limit(mostGroups)
    .prepare(),
)

/** Groups that somebody manages and in which answers are owed, those with most of them first. */
export async function groupsAwaiting(actor: PersonActor) {
  const managed = [...actor.principals].flatMap(([principal, level]) =>
    level === "admin" && principal.startsWith("group:") ? [Number(principal.slice(6))] : [],
  )
  return managed.length === 0 ? [] : byGroup(db()).execute({ ids: JSON.stringify(managed) })
}
