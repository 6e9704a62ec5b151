import { methods } from "@/db/schema/clients"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import type { NameBook } from "@/lib/people/name-book"
import { codeIn, momentIn } from "@/lib/platform/cell-values"
import type { CellNote, RowOutcome } from "@/lib/platform/record-import"
import type { SheetRow } from "@/lib/platform/sheet-columns"
import { type TalkColumn, talkTitles } from "./import-columns"
import { morningOf } from "./next-contact"
import type { CommunicationContent } from "./recording"
import { words } from "./words"

/** A talk as a row says it; which client it is about is looked up by the name. */
export interface TalkPlan {
  clientName: string
  /** Null where the client has to be made. */
  clientId: number | null
  content: CommunicationContent
  /** Its next contact has long passed: it is history. */
  past: boolean
}

const longest = [
  ["client", 120],
  ["contact", 60],
  ["topic", 500],
  ["need", 5_000],
  ["response", 5_000],
  ["plan", 2_000],
] as const
const methodWords = [words.zh.method, words.en.method]

type Note = (column: TalkColumn, code: string, value?: string) => CellNote
type Read = (column: TalkColumn) => string

/** What becomes of a row, as far as the file alone says it. */
export function readTalkRow(
  book: NameBook,
  calendar: WorkCalendar,
  { row, cells }: SheetRow<TalkColumn>,
  now: Date,
): RowOutcome<TalkPlan> {
  const cell: Read = (column) => cells[column] ?? ""
  const note: Note = (column, code, value = cell(column)) => ({
    ...{ code, value },
    column: talkTitles[column][0] ?? column,
  })
  const owner = book.person(cell("owner"))
  const at = whenIn(calendar, cell("at"))
  const next = cell("next") === "" ? null : momentIn(cell("next"))
  const method = codeIn(methods, methodWords, cell("method"))
  const errors = [
    ...textErrors(cell, note),
    ...(at === undefined ? [note("at", cell("at") === "" ? "empty" : "noDate")] : []),
    ...(at && at > now ? [note("at", "notYet")] : []),
    ...(method === undefined ? [note("method", cell("method") === "" ? "empty" : "noMethod")] : []),
    ...(typeof owner === "number" ? [] : [note("owner", cell("owner") === "" ? "empty" : owner)]),
    ...(next === undefined ? [note("next", "noDate")] : []),
  ]
  const about = { row, name: `${cell("client")} ${cell("topic")}`.slice(0, 60), errors }
  if (errors.length > 0 || typeof owner !== "number" || !at || !method)
    return { ...about, kind: "error", warnings: [], plan: null }
  const past = Boolean(next && next.day < dayIn(calendar.timeZone, now))
  const content: CommunicationContent = {
    ...{ contactName: cell("contact"), at, method, ownerId: owner },
    ...{ topic: cell("topic"), need: cell("need"), response: cell("response"), plan: cell("plan") },
    nextAt: next ? nextIn(calendar, next) : null,
  }
  return {
    ...about,
    kind: "new",
    warnings: past ? [note("next", "pastNext")] : [],
    plan: { clientName: cell("client"), clientId: null, content, past },
  }
}

function textErrors(cell: Read, note: Note): CellNote[] {
  const empty = (["client", "topic"] as const).filter((column) => cell(column) === "")
  const long = longest.filter(([column, most]) => cell(column).length > most)
  return [
    ...empty.map((column) => note(column, "empty")),
    ...long.map(([column]) => note(column, "tooLong")),
  ]
}

/** A day without a clock is kept as the morning of it. */
function whenIn(calendar: WorkCalendar, cell: string): Date | undefined {
  const read = momentIn(cell)
  if (!read) return undefined
  return read.clock === null
    ? morningOf(calendar, read.day)
    : instantOf(calendar.timeZone, read.day, read.clock)
}

const nextIn = (calendar: WorkCalendar, { day, clock }: { day: string; clock: string | null }) =>
  clock === null ? morningOf(calendar, day) : instantOf(calendar.timeZone, day, clock)
