import { refuse } from "@/lib/platform/refusal"
import type { PlannedPerson } from "./import-plan"
import type { StaffBook } from "./staff-book"
import type { StaffValues } from "./staff-conflicts"

/**
 * What must hold of the company once a plan is carried out. The preview has looked at all but the
 * last rule; somebody may have been faster since.
 * @throws Refusal
 */
export function checkAfter(book: StaffBook, planned: readonly PlannedPerson[]): void {
  const after = new Map([...book.byNumber].map(([staffNo, { values }]) => [staffNo, values]))
  for (const person of planned) after.set(person.after.staffNo, person.after)
  const emails = new Set([...after.values()].map(({ email }) => email))
  const managed = planned.every(({ after: { manager } }) => manager === "" || after.has(manager))
  if (emails.size < after.size || !managed)
    refuse("conflict", { sentence: "people.error.importStale" })
  const had = [...book.byNumber.values()].some(({ values }) => runsPlatform(values))
  if (had && ![...after.values()].some(runsPlatform))
    refuse("invalid", { sentence: "people.error.lastPlatform" })
}

const runsPlatform = ({ duties, status }: StaffValues): boolean =>
  status === "active" && duties.split(";").includes("platform")
