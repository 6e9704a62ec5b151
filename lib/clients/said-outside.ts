import { and, desc, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm"
import { db } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { guestInvitations } from "@/db/schema/guests"
import { messages } from "@/db/schema/messages"
import { files } from "@/db/schema/platform"
import type { PersonActor } from "@/lib/platform/actor"

/**
 * What guests wrote in the groups in which a client is spoken with, the newest first, with the files
 * they sent: as far as the reader is in those groups.
 * @param before only what was said earlier
 * @param most how many at most
 */
export async function saidOutside(
  { personId }: PersonActor,
  clientId: number,
  before: Date,
  most: number,
) {
  const rows = await db()
    .select({
      ...{ id: messages.id, groupId: messages.groupId, at: messages.at, body: messages.body },
      ...{ group: groups.name, guest: guestInvitations.name },
    })
    .from(groups)
    .innerJoin(
      groupMembers,
      and(eq(groupMembers.groupId, groups.id), eq(groupMembers.personId, personId)),
    )
    .innerJoin(
      messages,
      and(
        eq(messages.groupId, groups.id),
        isNotNull(messages.guestId),
        isNull(messages.withdrawnAt),
        lt(messages.at, before),
      ),
    )
    .innerJoin(guestInvitations, eq(guestInvitations.id, messages.guestId))
    .where(eq(groups.clientId, clientId))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(most)
  const sent = await filesOn(rows.map(({ id }) => id))
  return rows.map((row) => ({ ...row, files: sent.get(row.id) ?? [] }))
}

export type SaidOutside = Awaited<ReturnType<typeof saidOutside>>[number]

async function filesOn(ids: readonly number[]) {
  const rows = await db()
    .select({ id: files.id, name: files.name, messageId: files.recordId })
    .from(files)
    .where(and(eq(files.kind, "message"), inArray(files.recordId, [0, ...ids])))
    .orderBy(files.id)
  return Map.groupBy(rows, ({ messageId }) => messageId)
}
