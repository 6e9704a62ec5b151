import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { requireCleared, requireOpenLabel } from "@/lib/tasks/labels"
import type { Meeting } from "./meeting"
import type { NamedOutsider } from "./outsiders"
import { canGroup } from "./policy"

export interface TopicContent {
  id?: number | undefined
  title: string
  goal: string
  minutes: number
  presenterId: number | null
}

/** What a form says about a meeting. */
export interface MeetingContent {
  title: string
  startAt: Date
  endAt: Date
  place: string
  online: string
  hostId: number
  noteTakerId: number
  personIds: readonly number[]
  groupId: number | null
  sensitivityId: number | null
  topics: readonly TopicContent[]
  /** Left as they are where nothing is said of them. */
  outsiders?: readonly NamedOutsider[]
}

const longest = 24 * 3_600_000

/**
 * What even a draft must fulfil: times in order, a group of one's own, everybody cleared.
 * @param before the meeting that is edited: what it names already may stay
 * @throws Refusal at the field
 */
export async function requireContent(
  ctx: Ctx & { actor: PersonActor },
  content: MeetingContent,
  before?: Meeting,
): Promise<void> {
  const { startAt, endAt, groupId, sensitivityId } = content
  if (endAt <= startAt) refuse("invalid", { fields: { end: "meetings.error.order" } })
  if (+endAt - +startAt > longest) refuse("invalid", { fields: { end: "meetings.error.long" } })
  if (groupId !== null && groupId !== before?.groupId && !canGroup(ctx.actor, groupId))
    refuse("invalid", { fields: { group: "meetings.error.group" } })
  if (sensitivityId !== (before?.sensitivityId ?? null)) await requireOpenLabel(ctx, sensitivityId)
  // Nobody outside is cleared for anything.
  if (sensitivityId !== null && (content.outsiders ?? []).length > 0)
    refuse("invalid", { fields: { outsiders: "meetings.error.outsidersLabel" } })
  await requireCleared(ctx, sensitivityId, [ctx.actor.personId, ...everybodyIn(content)])
}

/** Host and note-taker take part too; nobody twice. */
export const everybodyIn = ({
  hostId,
  noteTakerId,
  personIds,
}: Pick<MeetingContent, "hostId" | "noteTakerId" | "personIds">): number[] => [
  ...new Set([hostId, noteTakerId, ...personIds]),
]
