import { and, eq, inArray, isNull } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { meetingPeople, meetings, meetingTopics, minutesVersions } from "@/db/schema/meetings"
import { meetingOutsiders } from "@/db/schema/meetings/outsiders"
import { people } from "@/db/schema/people"
import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"
import { sheetOf } from "@/lib/platform/sheet-export"
import type { SheetType } from "@/lib/platform/sheet-writing"
import type { MeetingFilter } from "./inputs"
import { type MinutesContent, minutesContent, resolutionsIn } from "./minutes-content"
import { namedIn } from "./partakers"
import { listMeetings, type MeetingListRow } from "./queries"
import { templateHeader } from "./template"
import { sheetsWords } from "./words-sheets"

export interface MeetingExport {
  filter: MeetingFilter
  type: SheetType
  locale: Locale
  timeZone: string
}

/** A list as it is seen in the columns of template T2. */
export function exportMeetings(actor: PersonActor, wanted: MeetingExport) {
  const data = { format: wanted.type, view: wanted.filter.view }
  return sheetOf(
    { type: "meeting.exported", recordId: actor.personId, data },
    {
      ...{ type: wanted.type, header: templateHeader(wanted.locale) },
      page: (after) => listMeetings(actor, { ...wanted.filter, after }),
      cells: (rows) => cellsOf(rows, wanted),
    },
  )
}

async function cellsOf(
  rows: readonly MeetingListRow[],
  { timeZone, locale }: MeetingExport,
): Promise<string[][]> {
  const mark = sheetsWords[locale].outside
  const ids = rows.map(({ id }) => id)
  const [names, topics, contents, remarks] = await Promise.all([
    namesIn(ids, mark),
    topicsIn(ids),
    publishedIn(ids),
    remarksIn(ids),
  ])
  const moment = (at: Date) => `${dayIn(timeZone, at)} ${clockIn(timeZone, at)}`
  return rows.map((row) => {
    const content = contents.get(row.id)
    const resolutions = resolutionsIn(content)
    const dues = resolutions.map(({ dueAt }) => (dueAt ? moment(dueAt) : ""))
    return [
      row.title,
      spanOf(timeZone, row),
      [row.place, row.online].filter(Boolean).join(" "),
      row.hostName,
      enumerated(names.get(row.id) ?? [], locale),
      numberedItems((topics.get(row.id) ?? []).map((each) => `${each.title}(${each.minutes}min)`)),
      content ? saidIn(content, mark) : "",
      numberedItems(resolutions.map(({ text }) => text)),
      listOf(
        resolutions.map(({ owner }) => owner?.name ?? ""),
        locale,
      ),
      listOf(dues, locale),
      remarks.get(row.id) ?? "",
    ]
  })
}

/** `2024-05-10 14:00-15:30`; an end on another day says which. */
function spanOf(timeZone: string, { startAt, endAt }: { startAt: Date; endAt: Date }): string {
  const [from, until] = [dayIn(timeZone, startAt), dayIn(timeZone, endAt)]
  const end = from === until ? clockIn(timeZone, endAt) : `${until} ${clockIn(timeZone, endAt)}`
  return `${from} ${clockIn(timeZone, startAt)}-${end}`
}

const numberedItems = (items: readonly string[]): string =>
  items.length === 1 ? (items[0] ?? "") : items.map((item, at) => `${at + 1}.${item}`).join("\n")

/** One where all are the same, else one for each. */
const listOf = (all: readonly string[], locale: Locale): string =>
  new Set(all).size === 1 ? (all[0] ?? "") : enumerated(all, locale)

const saidIn = ({ topics }: MinutesContent, mark: string): string =>
  topics
    .flatMap(({ points }) =>
      points.map(({ speaker, text }) => (speaker ? `${namedIn(speaker, mark)}：${text}` : text)),
    )
    .join("\n")

/** Whoever was invited, those of other companies after the colleagues and marked as such. */
async function namesIn(ids: readonly number[], mark: string): Promise<Map<number, string[]>> {
  const inside = await db()
    .select({ id: meetingPeople.meetingId, name: people.name })
    .from(meetingPeople)
    .innerJoin(people, eq(people.id, meetingPeople.personId))
    .where(inArray(meetingPeople.meetingId, idsIn(ids)))
    .orderBy(meetingPeople.meetingId, meetingPeople.personId)
  const outside = await db()
    .select({ id: meetingOutsiders.meetingId, name: meetingOutsiders.name })
    .from(meetingOutsiders)
    .where(and(inArray(meetingOutsiders.meetingId, idsIn(ids)), isNull(meetingOutsiders.removedAt)))
    .orderBy(meetingOutsiders.meetingId, meetingOutsiders.id)
  const all: { id: number; name: string; outside?: true }[] = [
    ...inside,
    ...outside.map((each) => ({ ...each, outside: true as const })),
  ]
  const grouped = Map.groupBy(all, ({ id }) => id)
  return new Map([...grouped].map(([id, each]) => [id, each.map((who) => namedIn(who, mark))]))
}

async function topicsIn(ids: readonly number[]) {
  const rows = await db()
    .select({
      id: meetingTopics.meetingId,
      title: meetingTopics.title,
      minutes: meetingTopics.minutes,
    })
    .from(meetingTopics)
    .where(inArray(meetingTopics.meetingId, idsIn(ids)))
    .orderBy(meetingTopics.meetingId, meetingTopics.position)
  return Map.groupBy(rows, ({ id }) => id)
}

/** The version of the minutes that stands; what is only being written isn't anybody's to pass on. */
async function publishedIn(ids: readonly number[]): Promise<Map<number, MinutesContent>> {
  const rows = await db()
    .select({ id: minutesVersions.meetingId, content: minutesVersions.content })
    .from(minutesVersions)
    .innerJoin(
      meetings,
      and(
        eq(meetings.id, minutesVersions.meetingId),
        eq(meetings.minutesVersion, minutesVersions.number),
      ),
    )
    .where(inArray(minutesVersions.meetingId, idsIn(ids)))
  return new Map(rows.map(({ id, content }) => [id, minutesContent.parse(content)]))
}

async function remarksIn(ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db()
    .select({ id: meetings.id, remark: meetings.remark })
    .from(meetings)
    .where(inArray(meetings.id, idsIn(ids)))
  return new Map(rows.map(({ id, remark }) => [id, remark]))
}
