"use server"

import { action } from "@/lib/action"
import { resolvePerson } from "@/lib/people/finding"
import { markAttendance, markOutsider, sayHere } from "./attendance"
import {
  attendance,
  namedMeeting,
  namedQuestion,
  newNoteTaker,
  outsiderAttendance,
  question,
  topicMove,
} from "./inputs"
import { seenMeeting } from "./meeting"
import { handNotesOver } from "./note-taking"
import { canAsk, canLead } from "./policy"
import { askQuestion, closeQuestion } from "./questions"
import { endMeeting, extendTopic, moveToTopic, startMeeting } from "./running"

export const startMeetingAction = action({
  name: "meetings.start",
  input: namedMeeting,
  load: seenMeeting,
  can: canLead,
  run: startMeeting,
})

export const endMeetingAction = action({
  name: "meetings.end",
  input: namedMeeting,
  load: seenMeeting,
  can: canLead,
  run: (ctx, meeting) => endMeeting(ctx, meeting),
})

export const moveTopicAction = action({
  name: "meetings.topic",
  input: topicMove,
  load: seenMeeting,
  can: canLead,
  run: (ctx, meeting, { topic }) => moveToTopic(ctx, meeting, topic),
})

export const extendTopicAction = action({
  name: "meetings.extend",
  input: topicMove,
  load: seenMeeting,
  can: canLead,
  run: (ctx, meeting, { topic }) => extendTopic(ctx, meeting, topic),
})

export const attendanceAction = action({
  name: "meetings.attendance",
  input: attendance,
  load: seenMeeting,
  can: (actor, meeting, { person, attendance: how }) =>
    canLead(actor, meeting) ||
    (canAsk(actor, meeting) && person === actor.personId && how !== "absent"),
  run: (ctx, meeting, { person, attendance: how, reason }) =>
    how === "absent" || canLead(ctx.actor, meeting)
      ? markAttendance(ctx, meeting, person, how, reason)
      : sayHere(ctx, meeting, how),
})

export const outsiderAttendanceAction = action({
  name: "meetings.outsider_attendance",
  input: outsiderAttendance,
  load: seenMeeting,
  can: canLead,
  run: (ctx, meeting, { outsider, attendance: how, reason }) =>
    markOutsider(ctx, meeting, outsider, how, reason),
})

export const handNotesOverAction = action({
  name: "meetings.notes",
  input: newNoteTaker,
  load: seenMeeting,
  can: canLead,
  run: async (ctx, meeting, { noteTaker }) =>
    handNotesOver(ctx, meeting, await resolvePerson(ctx.tx, noteTaker, "noteTaker")),
})

export const askQuestionAction = action({
  name: "meetings.ask",
  input: question,
  load: seenMeeting,
  can: canAsk,
  run: (ctx, meeting, { text }) => askQuestion(ctx, meeting, text),
})

export const closeQuestionAction = action({
  name: "meetings.close_question",
  input: namedQuestion,
  load: seenMeeting,
  can: canLead,
  run: (ctx, meeting, { question: id }) => closeQuestion(ctx, meeting, id),
})
