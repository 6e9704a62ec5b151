import { and, asc, eq, isNull, ne, or, sql } from "drizzle-orm"
import { prepared } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"

const responsible = prepared((db) =>
  db
    .select({ id: people.id })
    .from(groupMembers)
    .innerJoin(people, and(eq(people.id, groupMembers.personId), isNull(people.disabledAt)))
    .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), ne(groups.kind, "direct")))
    .where(
      and(
        eq(groupMembers.groupId, sql.placeholder("groupId")),
        ne(groupMembers.personId, sql.placeholder("authorId")),
        or(eq(groupMembers.role, "manager"), eq(groupMembers.onCall, true)),
      ),
    )
    .orderBy(asc(groupMembers.role), asc(people.id))
    .prepare(),
)

/**
 * Who hears of an urgent message at once, besides those it names (抄送): the group's managers and
 * who is on call (值班名单), without its author. Managers come first.
 */
export async function copiedTo(ctx: Ctx, groupId: number, authorId: number): Promise<number[]> {
  return (await responsible(ctx.tx).execute({ groupId, authorId })).map(({ id }) => id)
}
