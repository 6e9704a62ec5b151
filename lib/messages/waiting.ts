import { and, asc, count, eq, isNull, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { scheduledMessages } from "@/db/schema/messages"
import { namesFor } from "@/lib/groups/naming"
import type { PersonActor } from "@/lib/platform/actor"
import { newMessage } from "./inputs"
import { whyUnsent } from "./unsent"

const most = 200

/** Somebody's own messages that are to be sent, or couldn't be: the next one first. */
export async function waitingOf(actor: PersonActor) {
  const rows = await db()
    .select({
      id: scheduledMessages.id,
      dueAt: scheduledMessages.dueAt,
      failed: scheduledMessages.failed,
      input: scheduledMessages.input,
      group: { id: groups.id, kind: groups.kind, name: groups.name },
    })
    .from(scheduledMessages)
    .innerJoin(groups, eq(groups.id, scheduledMessages.groupId))
    .where(and(eq(scheduledMessages.personId, actor.personId), isNull(scheduledMessages.sentAt)))
    .orderBy(asc(scheduledMessages.dueAt), asc(scheduledMessages.id))
    .limit(most)
  const names = await namesFor(
    actor,
    rows.map(({ group }) => group),
  )
  return rows.map(({ input, group, failed, ...row }) => {
    const inside = actor.principals.has(`group:${group.id}`)
    return {
      ...row,
      groupId: group.id,
      /** What the group is called now isn't for who is out of it. */
      place: inside ? (names.get(group.id) ?? "") : null,
      text: newMessage.safeParse(input).data?.body ?? "",
      failed: inside ? failed && whyUnsent(failed) : "shutOut",
    }
  })
}

export type WaitingRow = Awaited<ReturnType<typeof waitingOf>>[number]

const countIn = prepared((on) =>
  on
    .select({ count: count() })
    .from(scheduledMessages)
    .where(
      and(
        eq(scheduledMessages.personId, sql.placeholder("personId")),
        eq(scheduledMessages.groupId, sql.placeholder("groupId")),
        isNull(scheduledMessages.sentAt),
        isNull(scheduledMessages.failed),
      ),
    )
    .prepare(),
)

/** How many of somebody's messages wait to be sent to a group. */
export async function waitingIn(actor: PersonActor, groupId: number): Promise<number> {
  const [row] = await countIn(db()).execute({ personId: actor.personId, groupId })
  return row?.count ?? 0
}
