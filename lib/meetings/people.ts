import { and, eq, inArray } from "drizzle-orm"
import { meetingPeople } from "@/db/schema/meetings"
import type { Ctx } from "@/lib/platform/context"
import type { Participant } from "./meeting"

/**
 * Those invited, as they are wanted now. Who stays keeps their answer.
 * @returns who came and who went
 */
export async function setPeople(
  ctx: Ctx,
  meetingId: number,
  before: readonly Participant[],
  wanted: readonly number[],
): Promise<{ added: number[]; gone: number[] }> {
  const known = new Set(before.map(({ personId }) => personId))
  const kept = new Set(wanted)
  const added = wanted.filter((id) => !known.has(id))
  const gone = [...known].filter((id) => !kept.has(id))
  if (gone.length > 0)
    await ctx.tx
      .delete(meetingPeople)
      .where(and(eq(meetingPeople.meetingId, meetingId), inArray(meetingPeople.personId, gone)))
  if (added.length > 0)
    await ctx.tx.insert(meetingPeople).values(added.map((personId) => ({ meetingId, personId })))
  return { added, gone }
}

export const onePerson = (meetingId: number, personId: number) =>
  and(eq(meetingPeople.meetingId, meetingId), eq(meetingPeople.personId, personId))
