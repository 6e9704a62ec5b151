import type { When } from "@/lib/calendar/when"

/** 今天 10:12, 11月27日 10:12: on a ticket minutes count, whatever the day. */
export const exactTime = (times: When, at: Date): string =>
  Math.abs(times.daysAway(at)) <= 1 ? times.moment(at) : `${times.date(at)} ${times.clock(at)}`
