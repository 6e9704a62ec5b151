import { activityOf } from "@/lib/platform/activity"

/** Said by the minutes themselves: each row of them would bury what people wrote. */
const unsaid = [
  ...["meeting.noted", "meeting.topic_moved", "meeting.attended", "meeting.minutes_exported"],
]

const shown = 30

export const meetingActivity = (id: number) =>
  activityOf("meeting", id, Number.MAX_SAFE_INTEGER, shown, unsaid)
