import { bool, id, oneOf, ref, table, text, time, uniqueIndex } from "../../columns"
import { attendances, meetingAnswers, meetings } from "../meetings"

/** People of other companies who take part. They hear of it by mail alone. */
export const meetingOutsiders = table(
  "meeting_outsiders",
  {
    id: id(),
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    name: text().notNull(),
    email: text().notNull(),
    answer: oneOf(meetingAnswers),
    answerReason: text().notNull().default(""),
    answeredAt: time(),
    standing: bool().notNull().default(false),
    attendance: oneOf(attendances),
    arrivedAt: time(),
    absentReason: text().notNull().default(""),
    /** Since when they know of it: changes go only to who does. */
    mailedAt: time(),
    /** Taken off the list; kept, so that the cancellation still finds them. */
    removedAt: time(),
  },
  (t) => [uniqueIndex("meeting_outsiders_email").on(t.meetingId, t.email)],
)

/** What a meeting said before it was masked for outsiders: for colleagues alone. */
export const meetingOriginals = table("meeting_originals", {
  meetingId: ref(() => meetings.id, "cascade").primaryKey(),
  body: text().notNull(),
})
