import { matterStates } from "@/db/schema/matters"
import { priorities } from "@/db/schema/tasks"
import type { Found, NameBook } from "@/lib/people/name-book"
import type { PersonActor } from "@/lib/platform/actor"
import { codeIn, momentIn, namesIn } from "@/lib/platform/cell-values"
import type { CellNote, RowOutcome } from "@/lib/platform/record-import"
import type { SheetRow } from "@/lib/platform/sheet-columns"
import { states } from "@/lib/platform/words"
import { canImportTo } from "@/lib/tasks/policy"
import type { MatterContent, NewPart } from "./creating"
import { type MatterColumn, matterTitles } from "./import-columns"
import { numberIn } from "./import-number"
import { mostParts } from "./inputs"
import type { MatterState } from "./order"
import { endOf } from "./reading-input"

/** A matter as a row says it. */
export interface MatterPlan {
  number: number | null
  departmentId: number
  content: MatterContent
  state: MatterState
  /** Of a blocked one: who is asked for support. */
  supportFromId: number
}

const longest = 200
type Note = (column: MatterColumn, code: string, value?: string) => CellNote

/** What becomes of a row, as far as the file alone says it. */
export async function readMatterRow(
  actor: PersonActor,
  book: NameBook,
  { row, cells }: SheetRow<MatterColumn>,
): Promise<RowOutcome<MatterPlan>> {
  const cell = (column: MatterColumn) => cells[column] ?? ""
  const note: Note = (column, code, value = cell(column)) => ({
    ...{ code, value },
    column: matterTitles[column][0] ?? column,
  })
  const number = await numberIn(cell("number"))
  const owner = book.person(cell("owner"))
  const home = book.department(cell("department"))
  const parts = partsIn(book, home, cell("concerned"), note)
  const due = cell("due") === "" ? null : momentIn(cell("due"))
  const urgency = cell("urgency") === "" ? "medium" : codeIn(priorities, words, cell("urgency"))
  const state = cell("state") === "" ? "pending" : codeIn(matterStates, words, cell("state"))
  const errors = [
    ...(typeof number === "string" ? [note("number", number)] : []),
    ...homeErrors(actor, home, note),
    ...parts.errors,
    ...(cell("description") === "" ? [note("description", "empty")] : []),
    ...(typeof owner === "number" ? [] : [note("owner", cell("owner") === "" ? "empty" : owner)]),
    ...(due === undefined ? [note("due", "noDate")] : []),
    ...(urgency === undefined ? [note("urgency", "noUrgency")] : []),
    ...(state === undefined ? [note("state", "noState")] : []),
  ]
  const outcome = { row, name: cell("description").slice(0, 60), errors, warnings: [] }
  if (
    errors.length > 0 ||
    typeof number === "string" ||
    typeof home !== "number" ||
    typeof owner !== "number"
  )
    return { ...outcome, kind: "error", plan: null }
  const content: MatterContent = {
    ...splitText(cell("description")),
    ...{ ownerId: owner, work: "", urgency: urgency ?? "medium", remark: cell("remark") },
    dueAt: await endOf(due?.day ?? null),
    ...{ groupId: null, sensitivityId: null, parts: parts.of, imported: true },
  }
  return {
    ...outcome,
    kind: "new",
    plan: {
      ...{ number, departmentId: home, content, state: state ?? "pending" },
      supportFromId: askedIn(book, cell("remark"), parts.of),
    },
  }
}

const words = [states.zh, states.en]

/** The form's title is short: what is longer stands whole in the background. */
const splitText = (text: string) =>
  text.length <= longest
    ? { description: text, goal: "", background: "" }
    : { description: `${text.slice(0, longest - 1)}…`, goal: "", background: text }

function homeErrors(actor: PersonActor, home: Found, note: Note): CellNote[] {
  if (home === "nobody") return [note("department", "noHome")]
  if (home === "several") return [note("department", "severalHomes")]
  return canImportTo(actor, home) ? [] : [note("department", "notYours")]
}

/** Each department concerned is answered for by its head. */
function partsIn(book: NameBook, home: Found, cell: string, note: Note) {
  const of: NewPart[] = []
  const errors: CellNote[] = []
  const names = namesIn(cell)
  for (const name of names) {
    const departmentId = book.department(name)
    if (departmentId === home || of.some((part) => part.departmentId === departmentId)) continue
    if (typeof departmentId !== "number") {
      errors.push(note("concerned", departmentId === "several" ? "severalHomes" : "noHome", name))
      continue
    }
    const ownerId = book.headOf(departmentId)
    if (ownerId === null) errors.push(note("concerned", "noHead", name))
    else of.push({ departmentId, ownerId, work: "" })
  }
  if (of.length === 0 && errors.length === 0) errors.push(note("concerned", "empty"))
  if (of.length > mostParts) errors.push(note("concerned", "manyParts"))
  return { of, errors }
}

/** Who is asked for support: the part whose department the remark names, else the first one. */
function askedIn(book: NameBook, remark: string, parts: readonly NewPart[]): number {
  const named = parts.find(({ departmentId }) =>
    remark.split(/[^\p{L}\p{N}]+/u).some((word) => startsWithHome(book, word, departmentId)),
  )
  return (named ?? parts[0])?.ownerId ?? 0
}

/** 「财务部需先确认额度」 begins with 财务部. */
const startsWithHome = (book: NameBook, word: string, departmentId: number): boolean =>
  [2, 3, 4, 5, 6, 7, 8].some((length) => book.department(word.slice(0, length)) === departmentId)
