import { getLocale } from "next-intl/server"
import { repeatData } from "@/components/appointments/repeat-data"
import type { MeetingFormData } from "@/components/meetings/form-types"
import { pickerWords } from "@/components/people/picker-words"
import { writingHelp } from "@/components/shell/writing-help"
import { db } from "@/db/engine"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { writeRecurrence } from "@/lib/calendar/recurrence"
import { when } from "@/lib/calendar/when"
import { canShare, listTemplates, type Template } from "@/lib/meetings/agenda-template"
import { followable, formChoices } from "@/lib/meetings/choices"
import { activeBy } from "@/lib/meetings/inviting"
import type { Meeting } from "@/lib/meetings/meeting"
import { guestsReadIt } from "@/lib/meetings/read-outside"
import { findRule } from "@/lib/meetings/rules"
import { usualStart, weekAfter } from "@/lib/meetings/slots"
import { words } from "@/lib/meetings/words"
import { stopWords } from "@/lib/outward/words-stop"
import type { Locale, PersonActor } from "@/lib/platform/actor"

/** What the form begins with: a meeting as it stands, one to follow, or a group. */
export interface Beginning {
  meeting?: Meeting
  follows?: Meeting
  group?: number | undefined
  template?: Template
}

/** Choices and words of the form, and what it begins with. */
export async function meetingFormData(
  actor: PersonActor,
  begin: Beginning = {},
): Promise<MeetingFormData> {
  const rule = await findRule(db(), begin.meeting?.ruleId ?? null)
  const [choices, past, times, locale, help, pick, repeat, calendar, templates] = await Promise.all(
    [
      formChoices(actor, begin.meeting),
      begin.meeting ? [] : followable(actor),
      when(),
      getLocale(),
      writingHelp(),
      pickerWords(),
      repeatData(rule && writeRecurrence(rule.rule), ["year"]),
      companyCalendar(),
      listTemplates(actor),
    ],
  )
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
    ...(await outsideData(meeting, locale)),
    ...{ help, locale, timeZone: calendar.timeZone },
    templates: templates.map(({ id, name, shared, topics }) => ({ id, name, shared, topics })),
    mayShare: canShare(actor),
    series: rule !== null && meeting?.state === "published",
    repeat: { ...repeat, words: { ...repeat.words, ...pickWords(words[locale].form) } },
    start: await startOf(actor, begin),
    words: { ...pickedWords(locale), pick },
  }
}

const outsideData = async (meeting: Beginning["meeting"], locale: Locale) => ({
  guests: meeting !== undefined && (await guestsReadIt(db(), meeting)),
  stop: stopWords[locale],
})

const pickedWords = (locale: "zh" | "en") => {
  const { field, form, template } = words[locale]
  return { field, form, template }
}

const pickWords = ({ count, countHint }: { count: string; countHint: string }) => ({
  count,
  countHint,
})

const blank = (topics: Template["topics"]) =>
  topics.map(({ title, goal, minutes }) => ({ title, goal, minutes, presenter: "" }))

const hour = 3_600_000

async function startOf(
  actor: PersonActor,
  { meeting, follows, group, template }: Beginning,
): Promise<MeetingFormData["start"]> {
  const from = meeting ?? follows
  const [times, calendar] = await Promise.all([when(), companyCalendar()])
  const next = follows
    ? weekAfter(calendar.timeZone, follows.startAt)
    : usualStart(calendar, times.now)
  const start = meeting?.startAt ?? next
  const lasts = from ? +from.endAt - +from.startAt : hour
  const named = [
    ...(from?.people ?? []).map(({ personId }) => personId),
    ...(meeting?.topics ?? []).flatMap(({ presenterId }) => presenterId ?? []),
  ]
  const active = await activeBy(db(), named)
  const there = new Set(active.map(({ id }) => id))
  const who = active.filter(({ id }) => from?.people.some(({ personId }) => personId === id))
  const one = (id: number | undefined) => who.filter((person) => person.id === id)
  const own = { id: actor.personId, name: actor.name, face: actor.face }
  return {
    ...{ title: from?.title ?? "", place: from?.place ?? "", online: from?.online ?? "" },
    start: times.field(start),
    end: times.field(new Date(+start + lasts)),
    group: String(from?.groupId ?? group ?? ""),
    sensitivity: String(from?.sensitivityId ?? ""),
    follows: String(follows?.id ?? ""),
    outsiders: (from?.outsiders ?? []).map(({ name, email }) => `${name} ${email}`).join("\n"),
    host: from ? one(from.hostId) : [own],
    noteTaker: one(from?.noteTakerId),
    people: from ? who : [own],
    topics: template
      ? blank(template.topics)
      : // Topic 0 comes by itself and stays.
        (meeting?.topics ?? [])
          .filter(({ carried }) => !carried)
          .map(({ id, title, goal, minutes, presenterId }) => ({
            ...{ id, title, goal, minutes },
            presenter: presenterId !== null && there.has(presenterId) ? `#${presenterId}` : "",
          })),
  }
}
