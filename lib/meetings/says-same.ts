import { everybodyIn, type MeetingContent } from "./content"
import type { Meeting } from "./meeting"
import { differs } from "./topics"

const fields = [
  ...(["title", "place", "online", "hostId", "noteTakerId", "groupId", "sensitivityId"] as const),
]

const sameSet = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && new Set([...one, ...other]).size === one.length

/** Whether a form says of a meeting what stands there: then nobody hears of it. */
export function saysSame(meeting: Meeting, content: MeetingContent): boolean {
  const { topics, outsiders = meeting.outsiders } = content
  const written = ({ name, email }: { name: string; email: string }) => `${name} ${email}`
  return (
    +meeting.startAt === +content.startAt &&
    +meeting.endAt === +content.endAt &&
    fields.every((field) => meeting[field] === content[field]) &&
    sameSet(
      meeting.people.map(({ personId }) => personId),
      everybodyIn(content),
    ) &&
    sameSet(meeting.outsiders.map(written), outsiders.map(written)) &&
    topics.length === meeting.topics.length &&
    topics.every((topic, at) => {
      const there = meeting.topics[at]
      return there !== undefined && there.id === topic.id && !differs(there, topic, there.position)
    })
  )
}
