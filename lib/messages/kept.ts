import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { guestInvitations } from "@/db/schema/guests"
import { keptMessages, messages } from "@/db/schema/messages"
import { people } from "@/db/schema/people"
import { namesFor } from "@/lib/groups/naming"
import type { PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { excerpt } from "./message"

const pageSize = 50

/** Kept messages that still say something, in groups that their keeper is in. */
const kept = (personId: number, from: SQL | undefined) =>
  db()
    .select({
      id: messages.id,
      at: messages.at,
      keptAt: keptMessages.at,
      body: messages.body,
      author: {
        id: people.id,
        // A guest's words stand under their host's number, never under the name.
        name: sql<string>`coalesce(${guestInvitations.name}, ${people.name})`,
        face: sql<
          number | null
        >`case when ${messages.guestId} is null then ${people.faceFileId} end`,
      },
      guestId: messages.guestId,
      group: { id: groups.id, kind: groups.kind, name: groups.name },
    })
    .from(keptMessages)
    .innerJoin(messages, eq(messages.id, keptMessages.messageId))
    .innerJoin(groups, eq(groups.id, messages.groupId))
    .innerJoin(
      groupMembers,
      and(
        eq(groupMembers.groupId, messages.groupId),
        eq(groupMembers.personId, keptMessages.personId),
      ),
    )
    .innerJoin(people, eq(people.id, messages.authorId))
    .leftJoin(guestInvitations, eq(guestInvitations.id, messages.guestId))
    .where(
      and(
        eq(keptMessages.personId, personId),
        isNull(messages.withdrawnAt),
        isNull(messages.note),
        from,
      ),
    )
    .orderBy(desc(keptMessages.at), desc(keptMessages.messageId))
    .limit(pageSize + 1)

function behind(place: string | undefined): SQL | undefined {
  const after = decodeCursor(place)
  if (!after) return undefined
  const at = keptMessages.at.mapToDriverValue(new Date(Math.min(after.key, 4e15)))
  return sql`(${keptMessages.at}, ${keptMessages.messageId}) < (${at}, ${after.id})`
}

/**
 * What somebody keeps (收藏), the newest kept first: as long as it says something, and as long as
 * they are in its group.
 */
export async function keptPage(actor: PersonActor, place: string | undefined) {
  const rows = await kept(actor.personId, behind(place))
  const shown = rows.slice(0, pageSize)
  const end = rows.length > pageSize ? shown.at(-1) : undefined
  const names = await namesFor(
    actor,
    shown.map(({ group }) => group),
  )
  return {
    rows: shown.map(({ body, group, guestId, ...row }) => ({
      ...row,
      outside: guestId !== null,
      groupId: group.id,
      place: names.get(group.id) ?? "",
      text: excerpt(body, 280),
    })),
    next: end ? encodeCursor({ key: end.keptAt.getTime(), id: end.id }) : null,
  }
}

export type KeptRow = Awaited<ReturnType<typeof keptPage>>["rows"][number]

const keptHere = prepared((on) =>
  on
    .select({ id: keptMessages.messageId })
    .from(keptMessages)
    .innerJoin(messages, eq(messages.id, keptMessages.messageId))
    .where(
      and(
        eq(keptMessages.personId, sql.placeholder("personId")),
        eq(messages.groupId, sql.placeholder("groupId")),
      ),
    )
    .orderBy(desc(keptMessages.at))
    .limit(500)
    .prepare(),
)

/** Which messages of a group somebody keeps. */
export const keptIn = async (actor: PersonActor, groupId: number): Promise<number[]> =>
  (await keptHere(db()).execute({ personId: actor.personId, groupId })).map(({ id }) => id)
