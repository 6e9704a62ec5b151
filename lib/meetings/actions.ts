"use server"

import { action, nothing } from "@/lib/action"
import { comment } from "@/lib/platform/comments"
import { answerMeeting } from "./answering"
import { draftMeeting } from "./drafting"
import { editMeeting } from "./editing"
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
import { cancelMeeting, publishMeeting } from "./publishing"
import { carriedTopic, readContent, readPeople } from "./reading-input"

export const createMeetingAction = action({
  name: "meetings.create",
  input: newMeeting,
  load: nothing,
  can: canCreate,
  run: async (ctx, _, input) => {
    const follows = input.follows && { id: input.follows, topic: await carriedTopic() }
    const meeting = await draftMeeting(ctx, await readContent(ctx, input), follows || null)
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
    await editMeeting(ctx, meeting, input.version, content, input.reason)
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
  run: (ctx, meeting, { reason }) => cancelMeeting(ctx, meeting, reason),
})

export const answerMeetingAction = action({
  name: "meetings.answer",
  input: meetingAnswer,
  load: seenMeeting,
  can: canAnswer,
  run: (ctx, meeting, { answer, reason }) => answerMeeting(ctx, meeting, answer, reason),
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
