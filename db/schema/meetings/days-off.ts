import { primaryKey, ref, table, text, time } from "../../columns"
import { meetings } from "../meetings"

/**
 * Days off on which a meeting lies knowingly: it was put there so, or its host was told when the
 * work calendar changed under it. What is new to this list is told, once.
 */
export const meetingDaysOff = table(
  "meeting_days_off",
  {
    meetingId: ref(() => meetings.id, "cascade").notNull(),
    /** `YYYY-MM-DD`, in company time. */
    day: text().notNull(),
    at: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.day] })],
)
