import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import type { Db } from "@/db/database"
import { groupRequests } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { isPerson } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { doneWith } from "@/lib/platform/notify"
import { managerIds } from "./members"

/** Requests of a group that nobody has decided. */
export const open = (groupId: number) =>
  and(eq(groupRequests.groupId, groupId), isNull(groupRequests.decidedAt))

/** Who waits at the door, longest first; the caller has checked that the reader is a manager. */
export const openRequests = (db: Db, groupId: number) =>
  db
    .select({
      id: groupRequests.id,
      personId: people.id,
      name: people.name,
      face: people.faceFileId,
      departmentId: people.departmentId,
      note: groupRequests.note,
      at: groupRequests.at,
    })
    .from(groupRequests)
    .innerJoin(people, eq(people.id, groupRequests.personId))
    .where(and(open(groupId), isNull(people.disabledAt)))
    .orderBy(asc(groupRequests.id))
    .limit(100)

/** Managers have nothing to decide any more. */
export async function doneWhenNoneWaits(ctx: Ctx, groupId: number): Promise<void> {
  if ((await openRequests(ctx.tx, groupId)).length === 0)
    await doneWith(ctx, await managerIds(ctx.tx, groupId), "group", groupId)
}

/**
 * Who came in another way waits no longer: a request that lies there would let them in once more
 * after they were taken out.
 */
export async function answerByComingIn(
  ctx: Ctx,
  groupId: number,
  personIds: readonly number[],
): Promise<void> {
  const decidedById = isPerson(ctx.actor) ? ctx.actor.personId : null
  const answered = await ctx.tx
    .update(groupRequests)
    .set({ decidedAt: ctx.now, decidedById, accepted: true })
    .where(and(open(groupId), inArray(groupRequests.personId, idsIn(personIds))))
    .returning({ id: groupRequests.id })
  if (answered.length > 0) await doneWhenNoneWaits(ctx, groupId)
}
