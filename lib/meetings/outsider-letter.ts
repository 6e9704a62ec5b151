import { eq, inArray } from "drizzle-orm"
import { z } from "zod"
import { db } from "@/db/engine"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import { people } from "@/db/schema/people"
import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { Locale } from "@/lib/platform/actor"
import type { StrangersLetter } from "@/lib/platform/mail-carried"
import { settings } from "@/lib/platform/settings"
import { outsidersLink } from "./answer-link"
import { calendarFile } from "./invitation"
import { findMeeting, type Meeting } from "./meeting"
import { answerLinks, mailWords } from "./words-mail"

const payload = z.object({ outsiderId: z.number().int() })

/** `2031-03-12 10:00–11:00 (Asia/Shanghai)`: whoever reads it may be in another zone. */
export function writtenTime({ startAt, endAt }: Meeting, timeZone: string): string {
  const until = clockIn(timeZone, endAt)
  return `${dayIn(timeZone, startAt)} ${clockIn(timeZone, startAt)}–${until} (${timeZone})`
}

const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

/**
 * What somebody of another company reads, as the meeting stands when it is sent: an invitation, or
 * that it is off for them. Of the agenda they read nothing.
 */
export async function outsiderLetter(text: string): Promise<StrangersLetter | null> {
  const found = await invitedIn(text)
  if (!found) return null
  const { outsider, meeting } = found
  const { locale, timeZone, name: company } = (await settings()).company
  const [host] = await db()
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(inArray(people.id, [meeting.hostId]))
  if (!host) return null
  const off = meeting.state === "cancelled" || outsider.removedAt !== null
  const words = mailWords[locale]
  const values = { title: meeting.title, host: host.name, company }
  const letter = {
    subject: filled(off ? words.offSubject : words.subject, values),
    paragraphs: [
      filled(off ? words.off : words.invited, values),
      ...about(meeting, timeZone, locale),
    ],
    ...(!off && { items: answerLinks(outsidersLink(outsider), locale), note: words.note }),
    invitation: calendarFile(meeting, host, outsider, { off, agenda: false }),
  }
  return { letter, name: outsider.name, locale }
}

/** What was answered by their link: a link can be forwarded. */
export async function answeredLetter(text: string): Promise<StrangersLetter | null> {
  const found = await invitedIn(text)
  if (!found) return null
  const { outsider, meeting } = found
  if (outsider.removedAt !== null || outsider.answer === null || meeting.state !== "published")
    return null
  const { locale, timeZone } = (await settings()).company
  const words = mailWords[locale]
  const values = { title: meeting.title, answer: words.answers[outsider.answer] }
  const letter = {
    subject: filled(words.answeredSubject, values),
    paragraphs: [filled(words.answered, values), ...about(meeting, timeZone, locale)],
    items: answerLinks(outsidersLink(outsider), locale),
    note: words.answeredNote,
  }
  return { letter, name: outsider.name, locale }
}

/** Somebody of another company and their meeting, until it is over. */
async function invitedIn(text: string) {
  const { outsiderId } = payload.parse(JSON.parse(text))
  const [outsider] = await db()
    .select()
    .from(meetingOutsiders)
    .where(eq(meetingOutsiders.id, outsiderId))
  const meeting = outsider && (await findMeeting(db(), outsider.meetingId))
  return !meeting || meeting.endAt <= new Date() ? null : { outsider, meeting }
}

const about = (meeting: Meeting, timeZone: string, locale: Locale): string[] => {
  const words = mailWords[locale]
  const place = [meeting.place, meeting.online].filter(Boolean).join(" ")
  return [
    `${words.time} ${writtenTime(meeting, timeZone)}`,
    ...(place === "" ? [] : [`${words.place} ${place}`]),
  ]
}
