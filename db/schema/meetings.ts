import {
  type AnyColumn,
  bool,
  id,
  index,
  int,
  json,
  oneOf,
  primaryKey,
  ref,
  table,
  text,
  time,
  uniqueIndex,
} from "../columns"
import { groups } from "./groups"
import { meetingRules } from "./meetings/rules"
import { people, sensitivities } from "./people"
import { files } from "./platform"
import { tasks } from "./tasks"

export const meetingStates = ["draft", "published", "live", "ended", "cancelled"] as const
export const meetingAnswers = ["yes", "no", "maybe"] as const
export const attendances = ["present", "late", "absent"] as const

export const meetings = table(
  "meetings",
  {
    id: id(),
    kind: oneOf(["scheduled", "instant"]).notNull().default("scheduled"),
    title: text().notNull(),
    state: oneOf(meetingStates).notNull().default("draft"),
    /** As planned. */
    startAt: time().notNull(),
    endAt: time().notNull(),
    place: text().notNull().default(""),
    /** Where those meet who aren't in the room: an address until the portal has rooms of its own. */
    online: text().notNull().default(""),
    hostId: ref(() => people.id).notNull(),
    noteTakerId: ref(() => people.id).notNull(),
    creatorId: ref(() => people.id).notNull(),
    /** The group whose meeting it is. Its members see it once it is published. */
    groupId: ref(() => groups.id),
    sensitivityId: ref(() => sensitivities.id),
    /** The meeting before it, and the first of them all. */
    followsId: ref((): AnyColumn => meetings.id),
    seriesId: ref((): AnyColumn => meetings.id),
    /** The rule that made it, and for which of its days: once. */
    ruleId: ref(() => meetingRules.id),
    occurrence: text(),
    /** Changed alone: what is changed for all leaves it as it is. */
    apart: bool().notNull().default(false),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    publishedAt: time(),
    /** G3.1: published on an earlier day than it takes place. Null while it is a draft. */
    noticeKept: bool(),
    lateReason: text().notNull().default(""),
    startedAt: time(),
    endedAt: time(),
    cancelledAt: time(),
    cancelReason: text().notNull().default(""),
    /** The topic under discussion. */
    topicId: int(),
    /** Real hours after the end. */
    minutesDueAt: time(),
    minutesPublishedAt: time(),
    /** 备注 of template T2, under the minutes. */
    remark: text().notNull().default(""),
    /** Year, month and running number of the month; given with the first version. */
    minutesNumber: int(),
    minutesVersion: int().notNull().default(0),
    /** Written on since the last version was published. */
    minutesChanged: bool().notNull().default(false),
    /** What a search finds them by. */
    minutesText: text().notNull().default(""),
    /** Whom late minutes were taken to, above the host; they see the meeting from then on. */
    escalatedToId: ref(() => people.id),
    /** When something next happens by itself (`lib/meetings/steps.ts`). */
    nextAt: time(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("meetings_start").on(t.startAt, t.id),
    index("meetings_group").on(t.groupId, t.startAt),
    index("meetings_series").on(t.seriesId, t.startAt),
    index("meetings_next").on(t.nextAt, t.id),
    index("meetings_state").on(t.state, t.startAt, t.id),
    index("meetings_to_write").on(t.state, t.minutesVersion, t.noteTakerId),
    index("meetings_library").on(t.minutesPublishedAt, t.id),
    uniqueIndex("meetings_minutes").on(t.minutesNumber),
    uniqueIndex("meetings_occurrence").on(t.ruleId, t.occurrence),
  ],
)

export const meetingTopics = table(
  "meeting_topics",
  {
    id: id(),
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    position: int().notNull(),
    title: text().notNull(),
    goal: text().notNull().default(""),
    minutes: int().notNull(),
    presenterId: ref(() => people.id),
    /** Topic 0: what is overdue of the meetings before, filled in by itself. */
    carried: bool().notNull().default(false),
    /** Since when it runs now; and how many seconds it ran before. */
    startedAt: time(),
    spent: int().notNull().default(0),
  },
  (t) => [index("meeting_topics_meeting").on(t.meetingId, t.position)],
)

/** Background material. A topic that has some is 复杂. */
export const meetingMaterials = table(
  "meeting_materials",
  {
    fileId: ref(() => files.id, "cascade").primaryKey(),
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    topicId: ref(() => meetingTopics.id, "cascade").notNull(),
  },
  (t) => [index("meeting_materials_meeting").on(t.meetingId)],
)

export const meetingMaterialReads = table(
  "meeting_material_reads",
  {
    fileId: ref(() => meetingMaterials.fileId, "cascade").notNull(),
    personId: ref(() => people.id, "cascade").notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.personId] })],
)

/** Who is invited, what they answered, whether they came. */
export const meetingPeople = table(
  "meeting_people",
  {
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    personId: ref(() => people.id).notNull(),
    answer: oneOf(meetingAnswers),
    answerReason: text().notNull().default(""),
    answeredAt: time(),
    /** Meant for all that follow by the same rule, too. */
    standing: bool().notNull().default(false),
    attendance: oneOf(attendances),
    arrivedAt: time(),
    absentReason: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.personId] }),
    index("meeting_people_person").on(t.personId, t.meetingId),
  ],
)

/** 发言要点: what somebody said on a topic, each a row of its own that saves by itself. */
export const meetingPoints = table(
  "meeting_points",
  {
    id: id(),
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    topicId: ref(() => meetingTopics.id, "cascade").notNull(),
    /** Whose point it is: a colleague's, or that of somebody of another company. */
    personId: ref(() => people.id),
    outsiderId: int(),
    text: text().notNull().default(""),
    authorId: ref(() => people.id).notNull(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [index("meeting_points_meeting").on(t.meetingId, t.topicId, t.id)],
)

/** 决议: what, who, by when. Published, it is a task. */
export const meetingResolutions = table(
  "meeting_resolutions",
  {
    id: id(),
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    topicId: ref(() => meetingTopics.id, "cascade").notNull(),
    text: text().notNull().default(""),
    ownerId: ref(() => people.id),
    dueAt: time(),
    /** Made once, when it is first published. */
    taskId: ref(() => tasks.id),
    /** Struck out by whoever corrects: as before for everybody else until that is published. */
    withdrawn: bool().notNull().default(false),
    /** Taken back by a published correction. */
    removedAt: time(),
    nudges: int().notNull().default(0),
    nudgedAt: time(),
    authorId: ref(() => people.id).notNull(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    version: int().notNull().default(1),
  },
  (t) => [
    index("meeting_resolutions_meeting").on(t.meetingId, t.topicId, t.id),
    uniqueIndex("meeting_resolutions_task").on(t.taskId),
  ],
)

/** Minutes as they were published, each version whole. */
export const minutesVersions = table(
  "minutes_versions",
  {
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    number: int().notNull(),
    content: json<unknown>().notNull(),
    /** What a correction corrects. */
    note: text().notNull().default(""),
    personId: ref(() => people.id).notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.number] })],
)

/** Who has read published minutes, and up to which version. */
export const minutesReads = table(
  "minutes_reads",
  {
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    personId: ref(() => people.id, "cascade").notNull(),
    number: int().notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.personId] })],
)

/** 决议周报 as it was sent to one person: once a week. */
export const resolutionSummaries = table(
  "resolution_summaries",
  {
    id: id(),
    personId: ref(() => people.id, "cascade").notNull(),
    /** The Monday of the week that was reported, `YYYY-MM-DD`. */
    week: text().notNull(),
    /** Of the resolutions of the person's meetings: how many were open and overdue then. */
    open: int().notNull(),
    overdue: int().notNull(),
    at: time().notNull(),
  },
  (t) => [uniqueIndex("resolution_summaries_week").on(t.personId, t.week)],
)
