import { eq } from "drizzle-orm"
import { meetingResolutions } from "@/db/schema/meetings"
import { superiorsOf } from "@/lib/people/superiors"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { findTask } from "@/lib/tasks/task"
import { findMeeting, type Meeting } from "./meeting"

const people = (category: string, needsYou: boolean, personIds: readonly number[]): Notice => ({
  category: `meetings.${category}`,
  needsYou,
  personIds,
})

/** Who is told depends on the meeting as it stands after the change. */
const about =
  (tell: (meeting: Meeting, event: NewEvent) => readonly Notice[]) =>
  async (ctx: Ctx, event: NewEvent) => {
    const meeting = await findMeeting(ctx.tx, event.recordId)
    return meeting ? tell(meeting, event) : []
  }

/** One of many that change together is told of by the change of all. */
const alone =
  (tell: (meeting: Meeting, event: NewEvent) => readonly Notice[]) =>
  (meeting: Meeting, event: NewEvent) =>
    event.data?.together ? [] : tell(meeting, event)

const invited = (meeting: Meeting) => meeting.people.map(({ personId }) => personId)

const idsIn = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === "number") : []

/** Who is new to a meeting is invited to it, and needn't hear what it was like before. */
const known = (meeting: Meeting, { data }: NewEvent) => {
  const added = new Set(idsIn(data?.added))
  return invited(meeting).filter((id) => !added.has(id))
}

/** Asked to answer: everybody, or those who came to it later. */
export const toInvited = about(
  alone((meeting, event) => [
    people(
      "invitations",
      true,
      event.data?.personIds ? idsIn(event.data.personIds) : known(meeting, event),
    ),
  ]),
)

export const toAll = about(
  alone((meeting, event) => [people("invitations", false, known(meeting, event))]),
)

/** Who was taken off a meeting is told by an event of their own: the meeting isn't theirs any more. */
export const toUninvited = async (_: Ctx, { recordId }: NewEvent): Promise<Notice[]> => [
  people("invitations", false, [recordId]),
]

const unanswered = ({ people: all }: Meeting): number[] =>
  all.flatMap(({ personId, answer }) => (answer === null ? [personId] : []))

/** A series has changed: who is new to it, or lies at another time with it, is asked. */
export const toSeries = about((meeting) => [
  people("invitations", true, unanswered(meeting)),
  people("invitations", false, invited(meeting)),
])

/** A meeting of a series comes near: whoever hasn't answered is asked. */
export const toUnanswered = about((meeting) => [people("invitations", true, unanswered(meeting))])

/** A draft that is dropped was never heard of. */
export const toThoseWhoKnew = about(
  alone((meeting) =>
    meeting.publishedAt === null ? [] : [people("invitations", false, invited(meeting))],
  ),
)

export const toHost = about((meeting) => [people("updates", false, [meeting.hostId])])

/** An answer by a mail's link: the host, and the one whose link it was. */
export const toLinked = about((meeting, { data }) => [
  people("invitations", false, typeof data?.personId === "number" ? [data.personId] : []),
  people("updates", false, [meeting.hostId]),
])

/** It lies on a day off by now: whoever hosts it moves it, or leaves it there. */
export const toWhoMoves = about((meeting) => [people("invitations", true, [meeting.hostId])])

/** It begins soon: whoever hasn't said that they won't come. */
export const toComing = about((meeting) => [
  people(
    "soon",
    false,
    meeting.people.flatMap(({ personId, answer }) => (answer === "no" ? [] : [personId])),
  ),
])

/** An instant meeting calls at once. */
export const toCalled = about((meeting) => [people("urgent", true, invited(meeting))])

export const toNoteTaker = about((meeting) => [people("minutes_due", true, [meeting.noteTakerId])])

/** Late minutes: the host has to see to it, then whoever is above. */
export const toAnswerable = about((meeting, { data }) => [
  people("minutes_due", true, [meeting.noteTakerId, meeting.hostId]),
  ...(data?.stage === "minutes_head" && meeting.escalatedToId !== null
    ? [people("minutes_due", true, [meeting.escalatedToId])]
    : []),
])

/** The absent get them as something to read; the others may. */
export const toReaders = about((meeting) => {
  const absent = meeting.people.filter(({ attendance }) => attendance === "absent")
  return [
    people(
      "minutes",
      true,
      absent.map(({ personId }) => personId),
    ),
    people("minutes", false, invited(meeting)),
    // Whom they were late for hears that they are out.
    people("minutes", false, meeting.escalatedToId === null ? [] : [meeting.escalatedToId]),
  ]
})

/** 异议 wait for host and note-taker, and whoever raised one hears how it was answered. */
export const toAnswerers = about((meeting) => [
  people("minutes", true, [meeting.hostId, meeting.noteTakerId]),
])
export const toObjector = about((_, { data }) =>
  typeof data?.personId === "number" ? [people("minutes", false, [data.personId])] : [],
)

/** Who wasn't there hears it; the others were. */
export const toAbsent = about((meeting) => [
  people(
    "minutes",
    false,
    meeting.people.flatMap(({ personId, attendance }) =>
      attendance === "absent" ? [personId] : [],
    ),
  ),
])

/** 催办: the owner; from the second time on also whoever is above. */
export async function toResolutionOwner(ctx: Ctx, event: NewEvent): Promise<Notice[]> {
  const task = await findTask(ctx.tx, event.recordId)
  if (!task) return []
  const [row] = await ctx.tx
    .select({ nudges: meetingResolutions.nudges })
    .from(meetingResolutions)
    .where(eq(meetingResolutions.taskId, task.id))
  const [head] = (row?.nudges ?? 0) > 1 ? await superiorsOf(ctx.tx, task.ownerId) : []
  return [
    people("resolutions", true, [task.ownerId]),
    ...(head === undefined ? [] : [people("resolutions", false, [head])]),
  ]
}
