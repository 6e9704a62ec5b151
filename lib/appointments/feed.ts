import { createHash } from "node:crypto"
import { db } from "@/db/engine"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Span } from "@/lib/platform/calendar-source"
import { settings } from "@/lib/platform/settings"
import { siteAddress } from "@/lib/platform/site-address"
import { sources } from "./entries"
import { feedText } from "./feed-text"
import { words } from "./words"

const DAY = 86_400_000
const before = 92 * DAY
const after = 731 * DAY

/** What subscribed calendars keep: three months back and two years on, by whole days. */
function spanAround(now: Date, timeZone: string): Span {
  const day = (at: number) => instantOf(timeZone, dayIn(timeZone, new Date(at)), "00:00")
  return { from: day(now.getTime() - before), until: day(now.getTime() + after) }
}

/** Somebody's calendar as a file that phones and other programs read, and the mark of its content. */
export async function feedOf(
  actor: PersonActor,
  now = new Date(),
): Promise<{ text: string; etag: string }> {
  const calendar = await companyCalendar()
  const { company } = await settings()
  const span = spanAround(now, calendar.timeZone)
  const entries = await Promise.all(sources().map(({ feed }) => feed?.(db(), actor, span) ?? []))
  const locale = actor.locale ?? company.locale
  const text = feedText(entries.flat(), {
    calendar,
    site: siteAddress(),
    name: `${words[locale].title} ${company.name}`,
    horizon: span.until,
  })
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`
  return { text, etag }
}
