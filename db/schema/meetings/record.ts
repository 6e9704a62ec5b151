import { id, index, int, oneOf, ref, table, text, time, uniqueIndex } from "../../columns"
import { meetings, meetingTopics } from "../meetings"
import { departments, people } from "../people"
import { files } from "../platform"

/** 提出异议: a participant holds that published minutes say something wrong. */
export const minutesObjections = table(
  "minutes_objections",
  {
    id: id(),
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    /** The version that it is about. */
    number: int().notNull(),
    personId: ref(() => people.id).notNull(),
    what: text().notNull(),
    why: text().notNull(),
    at: time().notNull(),
    /** How it was answered; null until it is. */
    outcome: oneOf(["corrected", "kept"]),
    answer: text().notNull().default(""),
    answeredById: ref(() => people.id),
    answeredAt: time(),
  },
  (t) => [index("minutes_objections_meeting").on(t.meetingId, t.id)],
)

/** When a topic came up: what a recording is opened at. */
export const meetingMarks = table(
  "meeting_marks",
  {
    id: id(),
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    topicId: ref(() => meetingTopics.id, "cascade").notNull(),
    at: time().notNull(),
  },
  (t) => [index("meeting_marks_meeting").on(t.meetingId, t.id)],
)

/** 会议回看: what was recorded of a meeting. */
export const meetingRecordings = table(
  "meeting_recordings",
  {
    meetingId: ref(() => meetings.id, "cascade").primaryKey(),
    fileId: ref(() => files.id, "cascade").notNull(),
    /** When the recording was switched on. */
    startedAt: time().notNull(),
    personId: ref(() => people.id).notNull(),
    at: time().notNull(),
  },
  (t) => [uniqueIndex("meeting_recordings_file").on(t.fileId)],
)

/** A department's part of a week's report as it was sent to the head: once a week. */
export const departmentReports = table(
  "department_reports",
  {
    id: id(),
    departmentId: ref(() => departments.id).notNull(),
    /** The Monday of the week. */
    week: text().notNull(),
    /** Who led the department then, and who sent it. */
    headId: ref(() => people.id).notNull(),
    senderId: ref(() => people.id).notNull(),
    due: int().notNull(),
    overdue: int().notNull(),
    at: time().notNull(),
  },
  (t) => [uniqueIndex("department_reports_week").on(t.departmentId, t.week)],
)
