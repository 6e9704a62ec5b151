import { staffTitles } from "@/lib/people/staff-columns"
import type { StaffError } from "@/lib/people/staff-conflicts"
import type { StaffFile } from "@/lib/people/staff-file"
import { adviceKey, staffWords } from "@/lib/people/staff-words"
import { language, sentence } from "./terminal.mjs"

const filled = (text: string, places: Record<string, unknown>): string =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(places[name] ?? ""))

/** Row, column, reason and what to do, in one line. */
export function errorLine(error: StaffError): string {
  const { reason, advice } = staffWords[language]
  const titles = staffTitles[error.column]
  const title = (language === "zh" ? titles[0] : titles.find((name) => /^[A-Z]/.test(name))) ?? ""
  const places = { ...error, column: title }
  return sentence(
    "import-row",
    error.row,
    title,
    filled(reason[error.code], places),
    filled(advice[adviceKey(error)], places),
  )
}

export const problemLine = (problem: StaffFile["problems"][number]): string =>
  filled(staffWords[language].file[problem.code], { ...problem })
