import { getLocale, getTranslations } from "next-intl/server"
import type { StaffColumn } from "@/lib/people/staff-columns"
import { columnTitle } from "@/lib/people/staff-words"
import type { Locale } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"

const choices = [
  "yes",
  "no",
  "view",
  "edit",
  "admin",
  "hr",
  "platform",
  "support",
  "office",
  "active",
  "left",
] as const
type Choice = (typeof choices)[number]
const isChoice = (word: string): word is Choice => choices.some((choice) => choice === word)

const chosenColumns: ReadonlySet<StaffColumn> = new Set<StaffColumn>([
  "isHead",
  "level",
  "duties",
  "status",
])

/** How the values of a staff file are shown: codes as words, managers with their names. */
export async function staffWordsHere(names: Readonly<Record<string, string>> = {}) {
  const [t, spoken] = await Promise.all([getTranslations("people.import"), getLocale()])
  const locale: Locale = spoken === "en" ? "en" : "zh"
  const word = (code: string) => (isChoice(code) ? t(`value.${code}`) : code)
  const list = (codes: string) => enumerated(codes.split(";").map(word), locale)
  return {
    t,
    locale,
    title: (column: StaffColumn) => columnTitle(column, locale),
    value: (column: StaffColumn, value: string) => {
      if (value === "") return t("outcome.cleared")
      if (column === "manager") return [value, names[value] ?? ""].filter(Boolean).join(" ")
      return chosenColumns.has(column) ? list(value) : value
    },
  }
}

export type StaffWordsHere = Awaited<ReturnType<typeof staffWordsHere>>
