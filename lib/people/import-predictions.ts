import { levels } from "@/db/schema/people"
import type { ImportPlan, PlannedPerson } from "./import-plan"
import type { StaffBook } from "./staff-book"

/** What will be different for the company once a plan is carried out. */
export interface Predictions {
  active: { before: number; after: number }
  newAccounts: number
  newManagers: number
  lowered: number
  /** Raises that wait for the head. */
  waiting: number
  losing: number
}

const fromLow: readonly string[] = levels

const isActive = (values: PlannedPerson["after"] | null): boolean => values?.status === "active"

export function predict(book: StaffBook, { people, ignored }: ImportPlan): Predictions {
  const before = [...book.byNumber.values()].filter(({ values }) => isActive(values)).length
  const coming = people.filter((it) => isActive(it.after) && !isActive(it.before)).length
  const losing = people.filter((it) => isActive(it.before) && !isActive(it.after)).length
  return {
    active: { before, after: before + coming - losing },
    newAccounts: people.filter((it) => it.before === null && isActive(it.after)).length,
    newManagers: people.filter((it) => it.before && it.before.manager !== it.after.manager).length,
    lowered: people.filter(
      (it) => it.before && fromLow.indexOf(it.after.level) < fromLow.indexOf(it.before.level),
    ).length,
    waiting: ignored.filter(({ reason }) => reason === "raise_waits").length,
    losing,
  }
}
