import { companyCalendar } from "@/lib/calendar/company-calendar"
import { endOfWorkingDay, startOfWorkingDay } from "@/lib/calendar/work-time"
import type { WorkCalendar } from "@/lib/calendar/work-week"
import { instantOf } from "@/lib/calendar/zones"
import type { Found, NameBook } from "@/lib/people/name-book"
import type { PersonActor } from "@/lib/platform/actor"
import { codeIn, momentIn, namesIn, percentIn } from "@/lib/platform/cell-values"
import type { CellNote, RowOutcome } from "@/lib/platform/record-import"
import type { SheetRow } from "@/lib/platform/sheet-columns"
import { states } from "@/lib/platform/words"
import { type TaskColumn, taskTitles } from "./import-columns"
import { type Place, placeIn } from "./import-places"
import type { TaskState } from "./task"

/** A task as a row says it. */
export interface TaskPlan extends Place {
  name: string
  description: string
  ownerId: number
  coworkerIds: number[]
  startAt: Date | null
  dueAt: Date | null
  progress: number
  state: TaskState
  risk: string
}

export interface Known {
  book: NameBook
  groups: ReadonlyMap<string, number>
  /** The rows come out of a workbook, not out of text. */
  workbook: boolean
}

type Note = (column: TaskColumn, code: string, value?: string) => CellNote
const codes = ["todo", "doing", "need_support", "done", "overdue"] as const
const longest = [
  ["name", 200],
  ["description", 10_000],
  ["risk", 2_000],
] as const

const missing: Readonly<Record<Exclude<Found, number>, string>> = {
  nobody: "nobody",
  several: "several",
}

/** What becomes of a row, as far as the file alone says it. */
export async function readTaskRow(
  actor: PersonActor,
  known: Known,
  { row, cells }: SheetRow<TaskColumn>,
): Promise<RowOutcome<TaskPlan>> {
  const cell = (column: TaskColumn) => cells[column] ?? ""
  const note: Note = (column, code, value = cell(column)) => ({
    ...{ code, value },
    column: taskTitles[column][0] ?? column,
  })
  const calendar = await companyCalendar()
  const owner = known.book.person(cell("owner"))
  const place = placeIn(actor, known, cell("home"), (code) => note("home", code))
  const helpers = helpersIn(known.book, cell("coworkers"), note)
  const start = momentOf(calendar, cell("start"), startOfWorkingDay, "09:00")
  const due = momentOf(calendar, cell("due"), endOfWorkingDay, "18:00")
  const stand = standing(cell("state"), percentIn(cell("progress"), known.workbook))
  const errors = [
    ...tooLong(cells, note),
    ...(cell("name") === "" ? [note("name", "empty")] : []),
    ...(typeof owner === "number"
      ? []
      : [note("owner", cell("owner") === "" ? "empty" : missing[owner])]),
    ...place.errors,
    ...(start === undefined ? [note("start", "noDate")] : []),
    ...(due === undefined ? [note("due", "noDate")] : []),
    ...(start && due && due < start ? [note("due", "beforeStart")] : []),
    ...(stand.state === undefined ? [note("state", "noState")] : []),
    ...(stand.progress === undefined ? [note("progress", "noPercent")] : []),
  ]
  const outcome = {
    row,
    name: cell("name"),
    errors,
    warnings: [...place.warnings, ...helpers.notes],
  }
  if (errors.length > 0) return { ...outcome, kind: "error", plan: null }
  return {
    ...outcome,
    kind: "new",
    plan: {
      ...place.place,
      ...{ name: cell("name"), description: cell("description"), risk: cell("risk") },
      ownerId: typeof owner === "number" ? owner : 0,
      coworkerIds: helpers.ids,
      ...{ startAt: start ?? null, dueAt: due ?? null },
      ...{ state: stand.state ?? "todo", progress: stand.progress ?? 0 },
    },
  }
}

const tooLong = (cells: SheetRow<TaskColumn>["cells"], note: Note): CellNote[] =>
  longest.flatMap(([column, most]) =>
    (cells[column] ?? "").length > most ? [note(column, "tooLong")] : [],
  )

/** A co-worker who isn't here any more is told of and left out: the work is the owner's. */
function helpersIn(book: NameBook, cell: string, note: Note) {
  const ids: number[] = []
  const notes: CellNote[] = []
  for (const name of namesIn(cell)) {
    const found = book.person(name)
    if (typeof found === "number") ids.push(found)
    else notes.push(note("coworkers", `${found}Helps`, name))
  }
  return { ids, notes }
}

/** Null for an empty cell, undefined for one that isn't a time. A day alone is a working day's end or start. */
function momentOf(
  calendar: WorkCalendar,
  cell: string,
  edge: (calendar: WorkCalendar, day: string) => Date | null | undefined,
  usual: string,
): Date | null | undefined {
  if (cell === "") return null
  const moment = momentIn(cell)
  if (!moment) return undefined
  if (moment.clock) return instantOf(calendar.timeZone, moment.day, moment.clock)
  return edge(calendar, moment.day) ?? instantOf(calendar.timeZone, moment.day, usual)
}

/** 已逾期 is computed: it is 进行中, or 未开始 at 0 % (decision 19). Done is 100 %, and 100 % is done. */
function standing(state: string, progress: number | undefined) {
  const written = codeIn(codes, [states.zh, states.en], state)
  const said = state === "" ? (progress ? "doing" : "todo") : written
  if (said === "done" || progress === 100) return { state: "done" as const, progress: 100 }
  if (said === "overdue")
    return { state: progress ? ("doing" as const) : ("todo" as const), progress }
  return { state: said, progress }
}
