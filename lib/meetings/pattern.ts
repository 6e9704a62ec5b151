import { z } from "zod"
import type { MeetingContent } from "./content"
import type { Topic } from "./meeting"

/** What the meetings of a rule begin with, but for time, host and note-taker. */
export const pattern = z.object({
  title: z.string(),
  place: z.string(),
  online: z.string(),
  personIds: z.array(z.number()),
  groupId: z.number().nullable(),
  sensitivityId: z.number().nullable(),
  topics: z.array(
    z.object({
      title: z.string(),
      goal: z.string(),
      minutes: z.number(),
      presenterId: z.number().nullable(),
    }),
  ),
  outsiders: z.array(z.object({ name: z.string(), email: z.string() })),
})
export type Pattern = z.output<typeof pattern>

/**
 * A meeting's content without what is its own alone.
 * @param topics those it has: topic 0 comes by itself to each of them
 */
export function patternOf(
  { title, place, online, personIds, groupId, sensitivityId, ...content }: MeetingContent,
  topics: readonly Topic[] = [],
): Pattern {
  const carried = new Set(topics.flatMap(({ id, carried }) => (carried ? [id] : [])))
  return {
    ...{ title, place, online, groupId, sensitivityId, personIds: [...personIds] },
    topics: content.topics
      .filter(({ id }) => id === undefined || !carried.has(id))
      .map(({ title, goal, minutes, presenterId }) => ({ title, goal, minutes, presenterId })),
    outsiders: (content.outsiders ?? []).map(({ name, email }) => ({ name, email })),
  }
}
