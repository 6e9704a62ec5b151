import type { StaffWordsHere } from "@/components/people/import-values"
import { html, type Markup } from "@/components/ui/markup"
import type { StaffOutcome } from "@/lib/people/staff-rows"
import { adviceOf, reasonOf } from "@/lib/people/staff-words"

const dot = " · "

function line({ row, staffNo, name }: StaffOutcome, rest: Markup): Markup {
  return html`<li class='outcome-row'><span>${row}</span><span>${staffNo}</span><span class='who'>${name}</span>${rest}</li>`
}

/** One row of a file as lines of a list: an error or a change each has its own. */
export function outcomeLines(outcome: StaffOutcome, words: StaffWordsHere): Markup[] {
  const { t, locale, title, value } = words
  if (outcome.kind === "error")
    return outcome.errors.map((error) =>
      line(
        outcome,
        html`<b>${title(error.column)}</b><span>${reasonOf(error, locale)}</span><span class='advice'>${adviceOf(error, locale)}</span>`,
      ),
    )
  if (outcome.kind === "changed")
    return outcome.changes.map(({ column, before, after }) =>
      line(
        outcome,
        html`<b>${title(column)}</b><span class='change'><span>${value(column, before)}</span> <i aria-label='${t("outcome.to")}'>→</i> <b>${value(column, after)}</b></span>`,
      ),
    )
  const { department = "", post = "", manager = "", level = "" } = outcome.values
  const more = [
    post,
    manager && t("outcome.manager", { who: value("manager", manager) }),
    level && value("level", level),
  ].filter(Boolean)
  return [
    line(
      outcome,
      html`<span class='change'>${[department, ...more].filter(Boolean).join(dot)}</span>`,
    ),
  ]
}
