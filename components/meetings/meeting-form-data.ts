import { getLocale } from "next-intl/server"
import type { MeetingFormData } from "@/components/meetings/form-types"
import { pickerWords } from "@/components/people/picker-words"
import { writingHelp } from "@/components/shell/writing-help"
import { db } from "@/db/engine"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { when } from "@/lib/calendar/when"
import { followable, formChoices } from "@/lib/meetings/choices"
import { peopleBy } from "@/lib/meetings/inviting"
import type { Meeting } from "@/lib/meetings/meeting"
import { usualStart } from "@/lib/meetings/slots"
import { words } from "@/lib/meetings/words"
import type { PersonActor } from "@/lib/platform/actor"

/** What the form begins with: a meeting as it stands, one to follow, or a group. */
export interface Beginning {
  meeting?: Meeting
  follows?: Meeting
  group?: number | undefined
}

/** Choices and words of the form, and what it begins with. */
export async function meetingFormData(
  actor: PersonActor,
  begin: Beginning = {},
): Promise<MeetingFormData> {
  const [choices, past, times, locale, help, pick] = await Promise.all([
    formChoices(actor, begin.meeting),
    begin.meeting ? [] : followable(actor),
    when(),
    getLocale(),
    writingHelp(),
    pickerWords(),
  ])
  const { meeting } = begin
  return {
    ...(meeting && {
      known: {
        ...{ id: meeting.id, version: meeting.version },
        published: meeting.state === "published",
      },
    }),
    me: { id: actor.personId, name: actor.name, face: actor.face },
    groups: choices.groups,
    invites: choices.invites,
    labels: choices.labels.map((label) => ({
      value: label.id,
      label: locale === "zh" ? label.name : label.nameEn,
    })),
    follows: past.map(({ id, title, startAt }) => ({
      value: id,
      label: `${times.date(startAt)} ${title}`,
    })),
    help,
    start: await startOf(actor, begin),
    words: { field: words[locale].field, form: words[locale].form, pick },
  }
}

const week = 7 * 86_400_000
const hour = 3_600_000

async function startOf(
  actor: PersonActor,
  { meeting, follows, group }: Beginning,
): Promise<MeetingFormData["start"]> {
  const from = meeting ?? follows
  const [times, calendar] = await Promise.all([when(), companyCalendar()])
  const next = follows ? new Date(+follows.startAt + week) : usualStart(calendar, times.now)
  const start = meeting?.startAt ?? next
  const lasts = from ? +from.endAt - +from.startAt : hour
  const who = await peopleBy(db(), from ? from.people.map(({ personId }) => personId) : [])
  const one = (id: number | undefined) => who.filter((person) => person.id === id)
  const own = { id: actor.personId, name: actor.name, face: actor.face }
  return {
    ...{ title: from?.title ?? "", place: from?.place ?? "", online: from?.online ?? "" },
    start: times.field(start),
    end: times.field(new Date(+start + lasts)),
    group: String(from?.groupId ?? group ?? ""),
    sensitivity: String(from?.sensitivityId ?? ""),
    follows: String(follows?.id ?? ""),
    host: from ? one(from.hostId) : [own],
    noteTaker: one(from?.noteTakerId),
    people: from ? who : [own],
    topics: (meeting?.topics ?? []).map(({ id, title, goal, minutes, presenterId }) => ({
      ...{ id, title, goal, minutes },
      presenter: presenterId === null ? "" : `#${presenterId}`,
    })),
  }
}
