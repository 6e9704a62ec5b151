import { cache } from "react"
import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { shownSource } from "@/lib/tasks/source"
import { carriedOver } from "./carried-over"
import { dayOffAt } from "./days-off"
import { peopleBy } from "./inviting"
import { materialsOf } from "./materials"
import { findMeeting, type Meeting } from "./meeting"
import { numbered } from "./minutes-content"
import { beforeOf, nextOf } from "./next-meeting"
import { noticeUntil } from "./notice-rule"
import { originalOf } from "./originals"
import { pointsOf } from "./points"
import {
  canAnswer,
  canAsk,
  canAttach,
  canComment,
  canCreate,
  canLead,
  canPrepare,
  canPublishMinutes,
  canSee,
  canWrite,
} from "./policy"
import { openQuestions } from "./questions"
import { recordingFor } from "./recording"
import { resolutionsOf } from "./resolutions"
import { findRule } from "./rules"

/** Everything that a meeting's page shows, or null when it isn't the actor's to see. */
export const meetingPage = cache(async (actor: PersonActor, id: number) => {
  const meeting = await findMeeting(db(), id)
  if (!meeting || !canSee(actor, meeting)) return null
  const written = await writtenIn(meeting)
  const who = await peopleIn(meeting, written.resolutions)
  const person = (personId: number) => who.get(personId) ?? { id: personId, name: "", face: null }
  return {
    meeting,
    ...written,
    host: person(meeting.hostId),
    noteTaker: person(meeting.noteTakerId),
    people: meeting.people.map((each) => ({ ...each, ...person(each.personId) })),
    own: meeting.people.find(({ personId }) => personId === actor.personId) ?? null,
    topics: numbered(meeting.topics).map(({ topic, number }) => ({
      ...topic,
      number,
      presenter: topic.presenterId === null ? null : person(topic.presenterId),
      mayAttach: canAttach(actor, meeting, topic.id),
    })),
    carried: meeting.topics.some(({ carried }) => carried) ? await carriedOver(actor, meeting) : [],
    materials: await materialsOf(id),
    recording: await recordingFor(actor, meeting),
    questions: meeting.state === "live" ? await openQuestions(id) : [],
    group:
      meeting.groupId === null
        ? null
        : await shownSource(actor, { kind: "group", id: meeting.groupId }),
    follows:
      meeting.followsId === null
        ? null
        : await shownSource(actor, { kind: "meeting", id: meeting.followsId }),
    series: await findRule(db(), meeting.ruleId),
    before: await beforeOf(actor, meeting),
    next: await nextOf(actor, meeting),
    dayOff: ["draft", "published"].includes(meeting.state) ? await dayOffAt(meeting.startAt) : null,
    original: await originalOf(db(), id),
    noticeUntil: await noticeUntil(meeting.startAt),
    person,
    can: {
      prepare: canPrepare(actor, meeting),
      lead: canLead(actor, meeting),
      answer: canAnswer(actor, meeting) && meeting.state === "published",
      ask: canAsk(actor, meeting),
      write: canWrite(actor, meeting),
      publishMinutes: canPublishMinutes(actor, meeting),
      comment: canComment(actor, meeting),
      follow: canCreate(actor),
    },
  }
})

export type MeetingPage = NonNullable<Awaited<ReturnType<typeof meetingPage>>>
export type TopicOnPage = MeetingPage["topics"][number]
export type PersonOnPage = MeetingPage["people"][number]

/** The rows of the minutes as they are written: nothing before a meeting has begun. */
async function writtenIn({ id, state }: Meeting) {
  if (state !== "live" && state !== "ended") return { points: [], resolutions: [] }
  return { points: await pointsOf(db(), id), resolutions: await resolutionsOf(db(), id) }
}

async function peopleIn(meeting: Meeting, resolutions: readonly { ownerId: number | null }[]) {
  const rows = await peopleBy(db(), [
    ...[meeting.hostId, meeting.noteTakerId, meeting.creatorId],
    ...meeting.people.map(({ personId }) => personId),
    ...meeting.topics.flatMap(({ presenterId }) => presenterId ?? []),
    ...resolutions.flatMap(({ ownerId }) => ownerId ?? []),
  ])
  return new Map(rows.map((row) => [row.id, row]))
}
