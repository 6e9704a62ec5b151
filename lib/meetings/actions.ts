"use server"

import { action, nothing } from "@/lib/action"
import { ruleOf } from "@/lib/appointments/reading-input"
import { comment } from "@/lib/platform/comments"
import { screenAhead } from "@/lib/platform/screening/screening"
import { answerMeeting } from "./answering"
import { bookMeeting } from "./booking"
import { cancelFrom } from "./cancelling-series"
import {
  cancelledMeeting,
  editedMeeting,
  instantMeeting,
  meetingAnswer,
  meetingComment,
  newMeeting,
  pressed,
  publishedMeeting,
} from "./inputs"
import { startInstant } from "./instant"
import { publishOrAsk, saveOrAsk } from "./leaving"
import { editingAhead, publishingAhead } from "./leaving-ahead"
import { findMeeting, seenMeeting } from "./meeting"
import { textOutside } from "./outside-text"
import { canAnswer, canComment, canCreate, canPrepare } from "./policy"
import { carriedTopic, readContent, readPeople } from "./reading-input"

type Made = { id: number; asked?: number }

const whereTo = ({ id, asked }: Made) => (asked ? `/outward/${asked}` : `/meetings/${id}`)

export const createMeetingAction = action({
  name: "meetings.create",
  input: newMeeting,
  prepare: (input) => screenAhead(textOutside(input, false)),
  load: nothing,
  can: canCreate,
  run: async (ctx, _, input) => {
    const follows = input.follows && { id: input.follows, topic: await carriedTopic() }
    const meeting = await bookMeeting(
      ctx,
      await readContent(ctx, input),
      ruleOf(input, input.start.slice(0, 10)),
      follows || null,
    )
    const { id } = meeting
    return pressed(input) === "publish"
      ? { id, ...(await publishOrAsk(ctx, meeting, input.reason, input)) }
      : { id }
  },
  next: whereTo,
})

export const saveMeetingAction = action({
  name: "meetings.edit",
  input: editedMeeting,
  prepare: editingAhead,
  load: seenMeeting,
  can: canPrepare,
  run: async (ctx, meeting, input) => {
    const { id } = meeting
    const saved = await saveOrAsk(ctx, meeting, input, await readContent(ctx, input), input)
    const after = pressed(input) === "publish" && (await findMeeting(ctx.tx, id))
    return after && after.state === "draft"
      ? { id, ...(await publishOrAsk(ctx, after, input.reason, input)) }
      : { id, ...saved }
  },
  next: whereTo,
})

export const publishMeetingAction = action({
  name: "meetings.publish",
  input: publishedMeeting,
  load: seenMeeting,
  can: canPrepare,
  prepare: ({ id }) => publishingAhead(id),
  run: (ctx, meeting, { reason, ...way }) => publishOrAsk(ctx, meeting, reason, way),
})

export const cancelMeetingAction = action({
  name: "meetings.cancel",
  input: cancelledMeeting,
  load: seenMeeting,
  can: canPrepare,
  run: (ctx, meeting, { reason, which }) => cancelFrom(ctx, meeting, reason, which),
})

export const answerMeetingAction = action({
  name: "meetings.answer",
  input: meetingAnswer,
  load: seenMeeting,
  can: canAnswer,
  run: (ctx, meeting, { answer, reason, standing }) =>
    answerMeeting(ctx, meeting, answer, reason, standing),
})

export const instantMeetingAction = action({
  name: "meetings.instant",
  input: instantMeeting,
  load: nothing,
  can: canCreate,
  run: async (ctx, _, { title, group, people }) =>
    startInstant(ctx, { title, groupId: group, personIds: await readPeople(ctx, people) }),
  next: (id) => `/meetings/${id}`,
  limit: { times: 10, per: 600 },
})

export const commentMeetingAction = action({
  name: "meetings.comment",
  input: meetingComment,
  load: seenMeeting,
  can: canComment,
  run: (ctx, meeting, { body }) => comment(ctx, "meeting", meeting.id, body),
})
