import type { WorkCalendar } from "@/lib/calendar/work-week"
import { clockIn, dayIn, instantOf } from "@/lib/calendar/zones"
import type { Found, NameBook } from "@/lib/people/name-book"
import type { PersonActor } from "@/lib/platform/actor"
import { namesIn } from "@/lib/platform/cell-values"
import type { CellNote, RowOutcome } from "@/lib/platform/record-import"
import type { SheetRow } from "@/lib/platform/sheet-columns"
import type { MeetingContent } from "./content"
import { type MeetingColumn, meetingTitles } from "./import-columns"
import { itemsIn, spanIn, topicIn } from "./import-lists"
import { type PlannedResolution, resolutionsIn } from "./import-resolutions"
import { mostPeople } from "./inputs"
import { mostTopics } from "./topic-fields"

/** A meeting as a row says it. */
export interface MeetingPlan {
  content: MeetingContent
  /** It took place: what was said and resolved comes along. */
  held: boolean
  points: { personId: number | null; text: string }[]
  resolutions: PlannedResolution[]
  remark: string
}

export interface Known {
  book: NameBook
  calendar: WorkCalendar
  now: Date
}

type Note = (column: MeetingColumn, code: string, value?: string) => CellNote

const usual = { meeting: 60, topic: 10 }
const longest = [
  ["title", 200],
  ["place", 200],
  ["points", 2_000],
  ["remark", 2_000],
] as const
const day = 24 * 3_600_000

/** What becomes of a row, as far as the file alone says it. */
export function readMeetingRow(
  actor: PersonActor,
  known: Known,
  { row, cells }: SheetRow<MeetingColumn>,
): RowOutcome<MeetingPlan> {
  const cell = (column: MeetingColumn) => cells[column] ?? ""
  const note: Note = (column, code, value = cell(column)) => ({
    ...{ code, value },
    column: meetingTitles[column][0] ?? column,
  })
  const host = known.book.person(cell("host"))
  const topics = topicsIn(cell("topics"), cell("title"))
  const time = timeIn(known.calendar, cell("time"), topics)
  const people = peopleIn(known.book, cell("people"), note)
  const held = time !== undefined && time.startAt <= known.now
  const resolutions = time
    ? resolutionsIn(known, {
        ...{ text: cell("resolutions"), owner: cell("owner"), due: cell("due"), day: time.day },
      })
    : []
  const errors = errorsIn({ cell, note, time, host, topics, resolutions, people: people.ids })
  const outcome = { row, name: cell("title"), errors }
  if (errors.length > 0 || !time || typeof host !== "number")
    return { ...outcome, warnings: people.notes, kind: "error", plan: null }
  return {
    ...outcome,
    warnings: [...people.notes, ...notesOn(held, resolutions, known.calendar, cell, note)],
    kind: "new",
    plan: {
      content: {
        ...{ title: cell("title"), startAt: time.startAt, endAt: time.endAt },
        ...placeIn(cell("place")),
        ...{ hostId: host, noteTakerId: actor.personId, personIds: people.ids },
        ...{ groupId: null, sensitivityId: null, topics },
      },
      held,
      points: held ? pointsIn(known.book, cell("points")) : [],
      resolutions: held ? resolutions : [],
      remark: cell("remark"),
    },
  }
}

interface Read {
  cell: (column: MeetingColumn) => string
  note: Note
  time: unknown
  host: Found
  topics: readonly unknown[]
  resolutions: readonly PlannedResolution[]
  people: readonly number[]
}

const errorsIn = ({ cell, note, time, host, topics, resolutions, people }: Read): CellNote[] => [
  ...(cell("title") === "" ? [note("title", "empty")] : []),
  ...longest.flatMap(([column, most]) =>
    cell(column).length > most ? [note(column, "tooLong")] : [],
  ),
  ...(time ? [] : [note("time", "noSpan")]),
  ...hostErrors(host, cell("host"), note),
  ...(topics.length > mostTopics ? [note("topics", "tooLong")] : []),
  ...resolutions.flatMap(({ text }) =>
    text.length > 200 ? [note("resolutions", "tooLong", text.slice(0, 20))] : [],
  ),
  ...(people.length > mostPeople ? [note("people", "tooLong")] : []),
]

function hostErrors(host: Found, written: string, note: Note): CellNote[] {
  if (typeof host === "number") return []
  return [note("host", written === "" ? "empty" : host)]
}

/** What whoever looks at the preview should know before it is written: each resolution as it is read. */
function notesOn(
  held: boolean,
  resolutions: readonly PlannedResolution[],
  { timeZone }: WorkCalendar,
  cell: (column: MeetingColumn) => string,
  note: Note,
): CellNote[] {
  if (!held && cell("points") + cell("resolutions") !== "") return [note("time", "notHeld")]
  return resolutions.map(({ text, owner, dueAt }) =>
    owner && dueAt
      ? note(
          "resolutions",
          "readAs",
          `${text} · ${owner.name} · ${dayIn(timeZone, dueAt)} ${clockIn(timeZone, dueAt)}`,
        )
      : note("resolutions", "incomplete", text),
  )
}

const topicsIn = (cell: string, title: string) => {
  const items = itemsIn(cell).map(topicIn)
  const named = items.length > 0 ? items : [{ title, minutes: usual.topic }]
  return named.map((item) => ({
    ...{ title: item.title.slice(0, 200), minutes: item.minutes || usual.topic },
    ...{ goal: "", presenterId: null },
  }))
}

function timeIn(
  { timeZone }: WorkCalendar,
  cell: string,
  topics: readonly { minutes: number }[],
): { startAt: Date; endAt: Date; day: string } | undefined {
  const span = spanIn(cell)
  if (!span) return undefined
  const startAt = instantOf(timeZone, span.from.day, span.from.clock)
  const lasts = Math.max(
    usual.meeting,
    topics.reduce((sum, { minutes }) => sum + minutes, 0),
  )
  const endAt = span.until
    ? instantOf(timeZone, span.until.day, span.until.clock)
    : new Date(+startAt + lasts * 60_000)
  const fits = endAt > startAt && +endAt - +startAt <= day
  return fits ? { startAt, endAt, day: span.from.day } : undefined
}

/** An address is where those meet who aren't in the room. */
const placeIn = (cell: string) =>
  /^https?:\/\/\S+$/.test(cell) ? { place: "", online: cell } : { place: cell, online: "" }

/** Who isn't here any more is told of and left out. */
function peopleIn(book: NameBook, cell: string, note: Note) {
  const ids: number[] = []
  const notes: CellNote[] = []
  for (const name of namesIn(cell)) {
    const found = book.person(name)
    if (typeof found === "number") ids.push(found)
    else notes.push(note("people", `${found}Comes`, name))
  }
  return { ids: [...new Set(ids)], notes }
}

/** 「周舟:… 陈晨:…」 is what each of them said; anything else is one point of nobody. */
function pointsIn(book: NameBook, cell: string): MeetingPlan["points"] {
  const said = cell.split(/(?:^|\s)(?=\S{2,8}:\s*\S)/).filter((part) => part.trim() !== "")
  return said.map((part) => {
    const [, name = "", text = ""] = /^(\S{2,8}?):\s*(.+)$/s.exec(part.trim()) ?? []
    const found = name === "" ? "nobody" : book.person(name)
    return typeof found === "number"
      ? { personId: found, text: text.trim() }
      : { personId: null, text: part.trim() }
  })
}
