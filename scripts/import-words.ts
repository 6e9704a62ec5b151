import type { StaffError } from "@/lib/people/staff-conflicts"
import type { StaffFileProblem } from "@/lib/people/staff-file"
import { adviceOf, columnTitle, problemSentence, reasonOf } from "@/lib/people/staff-words"
import { language, sentence } from "./terminal.mjs"

/** Row, column, reason and what to do, in one line. */
export const errorLine = (error: StaffError): string =>
  sentence(
    "import-row",
    error.row,
    columnTitle(error.column, language),
    reasonOf(error, language),
    adviceOf(error, language),
  )

export const problemLine = (problem: StaffFileProblem): string => problemSentence(problem, language)
