"use server"

import { action, nothing } from "@/lib/action"
import { ruleOf } from "@/lib/appointments/reading-input"
import { comment } from "@/lib/platform/comments"
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
  publishedMeeting,
} from "./inputs"
import { startInstant } from "./instant"
import { findMeeting, seenMeeting } from "./meeting"
import { canAnswer, canComment, canCreate, canPrepare } from "./policy"
import { publishMeeting } from "./publishing"
import { carriedTopic, readContent, readPeople } from "./reading-input"
import { saveMeeting } from "./saving"

export const createMeetingAction = action({
  name: "meetings.create",
  input: newMeeting,
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
    if (input.press === "publish") await publishMeeting(ctx, meeting, input.reason)
    return meeting.id
  },
  next: (id) => `/meetings/${id}`,
})

export const saveMeetingAction = action({
  name: "meetings.edit",
  input: editedMeeting,
  load: seenMeeting,
  can: canPrepare,
  run: async (ctx, meeting, input) => {
    const content = await readContent(ctx, input)
    await saveMeeting(ctx, meeting, input, content)
    const after = input.press === "publish" && (await findMeeting(ctx.tx, meeting.id))
    if (after && after.state === "draft") await publishMeeting(ctx, after, input.reason)
    return meeting.id
  },
  next: (_, { id }) => `/meetings/${id}`,
})

export const publishMeetingAction = action({
  name: "meetings.publish",
  input: publishedMeeting,
  load: seenMeeting,
  can: canPrepare,
  run: (ctx, meeting, { reason }) => publishMeeting(ctx, meeting, reason),
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
