import { and, eq, isNull, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { groupPlaces, readPositions } from "@/db/schema/messages"
import { topicOf } from "@/lib/platform/access"
import { type Actor, isPerson, type PersonActor } from "@/lib/platform/actor"
import { unreadOf } from "./list"
import { owedIn } from "./owing"

const positions = prepared((on) =>
  on
    .select({
      lastSeq: groups.lastSeq,
      position: readPositions.seq,
      joinedSeq: groupMembers.joinedSeq,
    })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .leftJoin(
      readPositions,
      and(
        eq(readPositions.personId, groupMembers.personId),
        eq(readPositions.groupId, groupMembers.groupId),
      ),
    )
    .leftJoin(
      groupPlaces,
      and(
        eq(groupPlaces.personId, groupMembers.personId),
        eq(groupPlaces.groupId, groupMembers.groupId),
      ),
    )
    .where(
      and(
        eq(groupMembers.personId, sql.placeholder("personId")),
        isNull(groups.archivedAt),
        isNull(groupPlaces.mutedAt),
      ),
    )
    .prepare(),
)

/** What says that somebody's counts may have changed: their groups, and their own reading. */
export const ownTopics = (actor: PersonActor): string[] => [
  `own:${actor.personId}`,
  ...[...actor.principals.keys()].filter((each) => each.startsWith("group:")).map(topicOf),
]

/** What stands beside 消息: unread messages outside muted groups, and whether an urgent one waits. */
export async function unreadMessages(actor: Actor): Promise<{ count: number; urgent: boolean }> {
  if (!isPerson(actor)) return { count: 0, urgent: false }
  const rows = await positions(db()).execute({ personId: actor.personId })
  const owed = await owedIn(actor)
  return {
    count: rows.reduce((sum, row) => sum + unreadOf(row), 0),
    urgent: [...owed.values()].some(({ first }) => first.urgency === "urgent"),
  }
}
