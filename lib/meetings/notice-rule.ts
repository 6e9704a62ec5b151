import { dayIn, instantOf } from "@/lib/calendar/zones"
import { settings } from "@/lib/platform/settings"

/** G3.1: published on an earlier calendar day in company time than it takes place (decision 10). */
export async function keepsNotice(startAt: Date, now: Date): Promise<boolean> {
  const { timeZone } = (await settings()).company
  return dayIn(timeZone, now) < dayIn(timeZone, startAt)
}

/** Until when it may be published without a reason: the midnight before its day. */
export async function noticeUntil(startAt: Date): Promise<Date> {
  const { timeZone } = (await settings()).company
  return instantOf(timeZone, dayIn(timeZone, startAt), "00:00")
}
