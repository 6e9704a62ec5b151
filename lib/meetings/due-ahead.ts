import type { Meeting } from "./meeting"

/**
 * What is to be done by a time has that time still before it. Where a meeting of the past is
 * written down afterwards (an imported one), before it means after that meeting began.
 */
export const liesAhead = (meeting: Meeting, dueAt: Date, now: Date): boolean =>
  dueAt > (meeting.createdAt >= meeting.endAt ? meeting.startAt : now)
