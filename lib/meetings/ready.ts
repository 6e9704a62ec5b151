import { refuse } from "@/lib/platform/refusal"
import type { MeetingContent } from "./content"

interface Ready extends Pick<MeetingContent, "startAt" | "endAt"> {
  topics: readonly { goal: string; minutes: number; carried?: boolean }[]
}

/**
 * What a meeting must have before others hear of it (G3.1): a time to come, topics with goals, and
 * topics that fit. Topic 0 comes by itself and takes what is left.
 * @throws Refusal at the first field that is missing
 */
export function requireReady({ startAt, endAt, topics: all }: Ready, now: Date): void {
  if (startAt <= now) refuse("invalid", { fields: { start: "meetings.error.past" } })
  if (all.length === 0) refuse("invalid", { fields: { topic1: "meetings.error.noTopic" } })
  const topics = all.filter(({ carried }) => !carried)
  const aimless = topics.findIndex(({ goal }) => goal === "")
  if (aimless >= 0)
    refuse("invalid", { fields: { [`goal${aimless + 1}`]: "meetings.error.noGoal" } })
  const sum = topics.reduce((minutes, topic) => minutes + topic.minutes, 0)
  const over = sum - Math.floor((+endAt - +startAt) / 60_000)
  if (over > 0)
    refuse("invalid", { fields: { agenda: "meetings.error.over" }, values: { minutes: over } })
}
