import { and, desc, eq, isNull, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { guestInvitations } from "@/db/schema/guests"
import { groupPlaces, messages, readPositions } from "@/db/schema/messages"
import { drafts } from "@/db/schema/messages/drafts"
import { people } from "@/db/schema/people"
import { chatName, othersIn } from "@/lib/groups/naming"
import type { PersonActor } from "@/lib/platform/actor"
import type { Running } from "./clock-left"
import { excerpt } from "./message"
import { owedIn, unreadMentions } from "./owing"

/** Nobody looks through more; the rest is found by search. */
const most = 300

const page = prepared((on) =>
  on
    .select({
      id: groups.id,
      kind: groups.kind,
      name: groups.name,
      lastSeq: groups.lastSeq,
      lastAt: groups.lastAt,
      position: readPositions.seq,
      joinedSeq: groupMembers.joinedSeq,
      mutedAt: groupPlaces.mutedAt,
      pinnedAt: groupPlaces.pinnedAt,
      draft: drafts.text,
      body: messages.body,
      note: messages.note,
      withdrawnAt: messages.withdrawnAt,
      authorId: messages.authorId,
      author: people.name,
      guest: guestInvitations.name,
    })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .leftJoin(readPositions, placeOn(readPositions))
    .leftJoin(groupPlaces, placeOn(groupPlaces))
    .leftJoin(drafts, and(placeOn(drafts), eq(drafts.threadId, 0)))
    .leftJoin(messages, and(eq(messages.groupId, groups.id), eq(messages.seq, groups.lastSeq)))
    .leftJoin(people, eq(people.id, messages.authorId))
    .leftJoin(guestInvitations, eq(guestInvitations.id, messages.guestId))
    .where(and(eq(groupMembers.personId, sql.placeholder("personId")), isNull(groups.archivedAt)))
    .orderBy(desc(groups.lastAt), desc(groups.id))
    .limit(most)
    .prepare(),
)

function placeOn(table: typeof readPositions | typeof groupPlaces | typeof drafts) {
  return and(eq(table.personId, groupMembers.personId), eq(table.groupId, groupMembers.groupId))
}

export interface GroupLine {
  id: number
  kind: (typeof groups.$inferSelect)["kind"]
  name: string
  /** Of a private chat: who is there besides oneself. */
  others: { id: number; name: string; face: number | null }[]
  at: string
  /** What was said last, and by whom; null where nobody said anything. */
  last: {
    author: string
    own: boolean
    /** By somebody from outside. */
    outside: boolean
    text: string
    state: "said" | "withdrawn" | "moved"
  } | null
  unread: number
  muted: boolean
  pinned: boolean
  draft: string
  /** The answer that one owes here first: until when, and whether it is urgent; and how many. */
  owed: Running | null
  owes: number
  /** Unread messages that mention one. */
  mentioned: number
}

/** Said since somebody came, and not read. */
export const unreadOf = (row: { lastSeq: number; position: number | null; joinedSeq: number }) =>
  Math.max(0, row.lastSeq - Math.max(row.position ?? 0, row.joinedSeq))

/** The groups of somebody, the one where something was said last first. */
export async function myGroups(actor: PersonActor): Promise<GroupLine[]> {
  const rows = await page(db()).execute({ personId: actor.personId })
  const chats = rows.flatMap(({ id, kind }) => (kind === "direct" ? [id] : []))
  const chatting = await othersIn(actor, chats)
  const owed = await owedIn(actor)
  const mentioned = await unreadMentions(actor)
  return rows.map((row) => {
    const others = (chatting.get(row.id) ?? []).map(({ groupId: _, ...person }) => person)
    return {
      ...{ id: row.id, kind: row.kind, others },
      name: row.name || chatName(others),
      at: row.lastAt.toISOString(),
      last: lastOf(row, actor.personId),
      unread: unreadOf(row),
      muted: row.mutedAt !== null,
      pinned: row.pinnedAt !== null,
      draft: excerpt(row.draft ?? "", 60),
      owed: owed.get(row.id)?.first ?? null,
      owes: owed.get(row.id)?.count ?? 0,
      mentioned: mentioned.get(row.id) ?? 0,
    }
  })
}

type Row = Awaited<ReturnType<ReturnType<typeof page>["execute"]>>[number]

function lastOf(row: Row, self: number): GroupLine["last"] {
  if (row.authorId === null) return null
  const state = row.withdrawnAt ? "withdrawn" : row.note === "moved" ? "moved" : "said"
  return {
    author: row.guest ?? row.author ?? "",
    own: row.authorId === self && row.guest === null,
    outside: row.guest !== null,
    text: excerpt(row.body ?? "", 60),
    state,
  }
}
