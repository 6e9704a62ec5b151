import { and, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { clocks } from "@/db/schema/messages"
import { people } from "@/db/schema/people"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { closeClocks } from "./clock-closing"
import { passOn } from "./clock-passing"

/** Which clocks: all that is named has to fit. */
export interface Cancelling {
  messageIds?: readonly number[]
  groupId?: number
  /** Those who were asked. */
  personIds?: readonly number[]
}

/**
 * Nobody has to answer any more (decision 9): the message was withdrawn, or those asked were
 * removed. Naming nothing cancels nothing.
 */
export async function cancelClocks(ctx: Ctx, named: Cancelling): Promise<void> {
  const { messageIds, groupId, personIds } = named
  const which = and(
    messageIds && inArray(clocks.messageId, idsIn(messageIds)),
    groupId === undefined ? undefined : eq(clocks.groupId, groupId),
    personIds && inArray(clocks.personId, idsIn(personIds)),
  )
  if (which) await closeClocks(ctx, which, { cancelledAt: ctx.now })
}

const openOf = (ctx: Ctx, which: SQL | undefined) =>
  ctx.tx
    .select()
    .from(clocks)
    .where(and(eq(clocks.open, true), which))

/**
 * People are no longer in a group: what they were asked there is cancelled, what they held for
 * others goes to somebody else. Of somebody who left the company a manager answers in their place.
 */
async function afterLeaving(ctx: Ctx, { recordId: groupId, data }: NewEvent): Promise<void> {
  const gone = idsOf(data?.personIds)
  if (gone.length === 0) return
  const left = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, idsIn(gone)), isNotNull(people.disabledAt)))
  const leavers = new Set(left.map(({ id }) => id))
  const removed = gone.filter((id) => !leavers.has(id))
  if (removed.length > 0) await cancelClocks(ctx, { groupId, personIds: removed })
  const touched = or(
    inArray(clocks.holderId, idsIn(gone)),
    inArray(clocks.personId, idsIn([...leavers])),
  )
  await passOn(ctx, await openOf(ctx, and(eq(clocks.groupId, groupId), touched)))
}

/** Somebody left the company: whoever stands in for them answers; without anybody it is cancelled. */
async function afterDisabling(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  await passOn(ctx, await openOf(ctx, eq(clocks.holderId, recordId)))
}

const idsOf = (given: unknown): number[] =>
  Array.isArray(given) ? given.filter((id) => Number.isSafeInteger(id)) : []

/** Nothing can be said in a group that was put away. */
const afterArchiving = (ctx: Ctx, { recordId: groupId }: NewEvent): Promise<void> =>
  cancelClocks(ctx, { groupId })

/** What clocks do about other modules' events. */
export const clockReactions = {
  "group.left": afterLeaving,
  "group.archived": afterArchiving,
  "person.disabled": afterDisabling,
}
