import { inArray } from "drizzle-orm"
import ICAL from "ical.js"
import type { Db } from "@/db/database"
import { people } from "@/db/schema/people"
import type { Locale } from "@/lib/platform/actor"
import type { Invitation } from "@/lib/platform/mail-carried"
import { siteAddress } from "@/lib/platform/site-address"
import { colleaguesLink } from "./answer-link"
import { findMeeting, type Meeting } from "./meeting"
import { answerLinks } from "./words-mail"

type Property = [string, Record<string, string>, string, string | number]
const plain = (name: string, value: string): Property => [name, {}, "text", value]
const utc = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
const moment = (name: string, at: Date): Property => [name, {}, "date-time", utc(at)]

const states = { yes: "ACCEPTED", no: "DECLINED", maybe: "TENTATIVE" } as const

/**
 * What a meeting's mails carry for calendars (RFC 5546): a request, again with every change, and
 * the cancellation. It has the number that subscribed calendars know it by.
 */
export async function invitationTo(
  db: Db,
  meetingId: number,
  personId: number,
): Promise<Invitation | null> {
  const meeting = await findMeeting(db, meetingId)
  const own = meeting?.people.find((each) => each.personId === personId)
  if (!meeting || !own || meeting.publishedAt === null) return null
  const rows = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(inArray(people.id, [meeting.hostId, personId]))
  const [host, reader] = [meeting.hostId, personId].map((id) => rows.find((row) => row.id === id))
  if (!host || !reader) return null
  const off = meeting.state === "cancelled"
  const open = meeting.state === "published"
  return {
    ...calendarFile(meeting, host, { ...reader, answer: own.answer }, { off, agenda: true }),
    ...(open && {
      answers: (locale: Locale) => answerLinks(colleaguesLink(meetingId, personId), locale),
    }),
  }
}

interface Reader {
  name: string
  email: string
  answer: keyof typeof states | null
}

/**
 * A meeting for one reader's calendar.
 * @param off it doesn't take place, or without them
 * @param agenda whether its topics are theirs to read
 */
export function calendarFile(
  meeting: Meeting,
  host: { name: string; email: string },
  reader: Reader,
  { off, agenda }: { off: boolean; agenda: boolean },
): Pick<Invitation, "method" | "text"> {
  const method = off ? "CANCEL" : "REQUEST"
  const event = [
    ...described(meeting, off, agenda),
    who("organizer", host, {}),
    who("attendee", reader, {
      role: "REQ-PARTICIPANT",
      partstat: reader.answer ? states[reader.answer] : "NEEDS-ACTION",
      rsvp: "TRUE",
    }),
  ]
  const calendar = [
    "vcalendar",
    [
      plain("version", "2.0"),
      plain("prodid", "-//Qibu//Meetings//ZH"),
      plain("calscale", "GREGORIAN"),
      plain("method", method),
    ],
    [["vevent", event, []]],
  ]
  return { method, text: `${ICAL.stringify(calendar)}\r\n` }
}

const who = (
  name: string,
  { name: cn, email }: { name: string; email: string },
  more: Record<string, string>,
): Property => [name, { cn, ...more }, "cal-address", `mailto:${email}`]

function described(meeting: Meeting, off: boolean, withAgenda: boolean): Property[] {
  const site = siteAddress()
  const { id, version, title, place, online, topics, updatedAt } = meeting
  const agenda = topics.map((topic, at) => `${at + 1}. ${topic.title} (${topic.minutes}')`)
  return [
    plain("uid", `meeting-${id}@${new URL(site).hostname}`),
    ["sequence", {}, "integer", version - 1],
    moment("dtstamp", updatedAt),
    moment("dtstart", meeting.startAt),
    moment("dtend", meeting.endAt),
    plain("summary", title),
    plain("location", [place, online].filter(Boolean).join(" ")),
    ...(withAgenda
      ? [
          plain("description", agenda.join("\n")),
          ["url", {}, "uri", `${site}/meetings/${id}`] satisfies Property,
        ]
      : []),
    plain("status", off ? "CANCELLED" : "CONFIRMED"),
  ]
}
