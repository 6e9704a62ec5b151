import { refuse } from "@/lib/platform/refusal"
import type { MeetingContent } from "./content"

/** Minutes that the topics take together. */
const agendaMinutes = (topics: readonly { minutes: number }[]): number =>
  topics.reduce((sum, { minutes }) => sum + minutes, 0)

/**
 * What a meeting must have before others hear of it (G3.1): a time to come, topics with goals, and
 * topics that fit.
 * @throws Refusal at the first field that is missing
 */
export function requireReady(
  { startAt, endAt, topics }: Pick<MeetingContent, "startAt" | "endAt" | "topics">,
  now: Date,
): void {
  if (startAt <= now) refuse("invalid", { fields: { start: "meetings.error.past" } })
  if (topics.length === 0) refuse("invalid", { fields: { topic1: "meetings.error.noTopic" } })
  const aimless = topics.findIndex(({ goal }) => goal === "")
  if (aimless >= 0)
    refuse("invalid", { fields: { [`goal${aimless + 1}`]: "meetings.error.noGoal" } })
  const over = agendaMinutes(topics) - Math.floor((+endAt - +startAt) / 60_000)
  if (over > 0)
    refuse("invalid", { fields: { agenda: "meetings.error.over" }, values: { minutes: over } })
}
