import { id, index, ref, table, text, time } from "../../columns"
import { meetings } from "../meetings"
import { people } from "../people"

/** What waits to be asked during the meeting. */
export const meetingQuestions = table(
  "meeting_questions",
  {
    id: id(),
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    personId: ref(() => people.id).notNull(),
    text: text().notNull(),
    at: time().notNull(),
    doneAt: time(),
  },
  (t) => [index("meeting_questions_meeting").on(t.meetingId, t.id)],
)
