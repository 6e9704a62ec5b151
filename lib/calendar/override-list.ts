import type { DayOverride } from "@/lib/calendar/work-week"
import { type Line, parseCsv } from "@/lib/platform/csv"
import { readDay } from "@/lib/platform/written-days"

export type OverrideColumn = "day" | "kind" | "name"

export type OverrideError = {
  readonly row: number
  readonly column: OverrideColumn
  readonly code: "no_such_day" | "day_twice" | "unknown_kind" | "missing_name" | "broken_quotes"
  readonly value: string
}

const kinds: ReadonlyMap<string, DayOverride["kind"]> = new Map([
  ["休", "off"],
  ["off", "off"],
  ["班", "work"],
  ["work", "work"],
])

const headers = new Set(["day", "date", "日期"])
const isHeader = ({ cells }: Line) => headers.has(wordIn(cells[0]))

function wordIn(cell: string | undefined): string {
  return (cell ?? "").normalize("NFKC").trim().toLowerCase()
}

type Outcome = { override: DayOverride } | { errors: OverrideError[] }

function readLine({ row, cells }: Line, seen: Set<string>): Outcome {
  const [writtenDay = "", writtenKind = "", zh = "", en = ""] = cells.map((cell) => cell.trim())
  const day = readDay(writtenDay)
  const kind = kinds.get(wordIn(writtenKind))
  const errors: OverrideError[] = []
  if (!day) errors.push({ row, column: "day", code: "no_such_day", value: writtenDay })
  if (day && seen.has(day))
    errors.push({ row, column: "day", code: "day_twice", value: writtenDay })
  if (!kind) errors.push({ row, column: "kind", code: "unknown_kind", value: writtenKind })
  if (!zh) errors.push({ row, column: "name", code: "missing_name", value: "" })
  if (!day || !kind || errors.length > 0) return { errors }
  seen.add(day)
  return { override: { day, kind, name: { zh, en: en || zh } } }
}

/**
 * Reads a list of days off and make-up days: day, 休/班 or off/work, name, and where wanted the
 * English name. A first line of headers may stand above it. All errors are found in one go.
 */
export function parseOverrides(text: string): {
  overrides: DayOverride[]
  errors: OverrideError[]
} {
  const { lines, brokenAt } = parseCsv(text)
  if (brokenAt !== undefined) {
    const error = { row: brokenAt, column: "day", code: "broken_quotes", value: "" } as const
    return { overrides: [], errors: [error] }
  }
  const seen = new Set<string>()
  const outcomes = lines
    .filter((line, index) => index > 0 || !isHeader(line))
    .map((line) => readLine(line, seen))
  return {
    overrides: outcomes.flatMap((outcome) => ("override" in outcome ? [outcome.override] : [])),
    errors: outcomes.flatMap((outcome) => ("errors" in outcome ? outcome.errors : [])),
  }
}
