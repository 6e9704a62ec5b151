import { eq } from "drizzle-orm"
import { meetingRules } from "@/db/schema/meetings/rules"
import { superiorsOf } from "@/lib/people/superiors"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import type { MeetingContent } from "./content"
import { type Carried, carriedMinutes } from "./inserting"
import type { Rule } from "./rules"

const minute = 60_000

/**
 * What a meeting of a rule begins with: whoever has left or isn't cleared any more is left out, and
 * topic 0 takes what time the others leave.
 */
export async function contentOn(ctx: Ctx, rule: Rule, startAt: Date, carried: Carried) {
  const { personIds, topics, ...said } = rule.content
  const fits = ({ clearances }: PersonActor) =>
    said.sensitivityId === null || clearances.has(said.sensitivityId)
  const asked = [...new Set([rule.hostId, rule.noteTakerId, ...personIds])]
  const there = new Set(
    (await actorsOf(ctx.tx, asked)).filter(fits).map(({ personId }) => personId),
  )
  const hostId = there.has(rule.hostId) ? rule.hostId : await hostInstead(ctx, rule, there)
  const room = rule.lasts - topics.reduce((sum, { minutes }) => sum + minutes, 0)
  const content: MeetingContent = {
    ...said,
    ...{ startAt, endAt: new Date(+startAt + rule.lasts * minute), hostId },
    noteTakerId: there.has(rule.noteTakerId) ? rule.noteTakerId : hostId,
    personIds: personIds.filter((id) => there.has(id)),
    topics: topics.map(({ presenterId, ...topic }) => ({
      ...topic,
      presenterId: presenterId !== null && there.has(presenterId) ? presenterId : null,
    })),
  }
  const minutes = Math.max(1, Math.min(carriedMinutes, room))
  return { content, carried: { ...carried, minutes } }
}

/** Nobody took it over: whoever is next above the host does, or the first of those who take part. */
async function hostInstead(ctx: Ctx, rule: Rule, there: ReadonlySet<number>): Promise<number> {
  const [head] = await superiorsOf(ctx.tx, rule.hostId)
  const hostId = head ?? [...there][0] ?? rule.creatorId
  await ctx.tx.update(meetingRules).set({ hostId }).where(eq(meetingRules.id, rule.id))
  return hostId
}
