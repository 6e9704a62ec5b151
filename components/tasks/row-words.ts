import { getLocale, getTranslations } from "next-intl/server"
import type { RowWords } from "@/components/tasks/task-row"
import { filled } from "@/components/ui/filled"
import { bounds } from "@/lib/calendar/bounds"
import { readRecurrence } from "@/lib/calendar/recurrence"
import { recurrenceInWords } from "@/lib/calendar/recurrence-words"
import { when } from "@/lib/calendar/when"
import { writtenDay } from "@/lib/calendar/written-day"

/** The words of a row, looked up once for the whole list. */
export async function rowWords(): Promise<RowWords> {
  const [locale, t, rules, states, times, { startOfToday }] = await Promise.all([
    getLocale(),
    getTranslations("tasks"),
    getTranslations("calendar.recurrence"),
    getTranslations("states"),
    when(),
    bounds(),
  ])
  const choose: string = t.raw("bulk.choose")
  return {
    locale,
    choose: (name) => filled(choose, { name }),
    high: `${t("field.priority")} ${states("high")}`,
    progress: t("field.progress"),
    notUpdated: t("notUpdated"),
    repeats: (text) => {
      const rule = readRecurrence(text)
      return rule ? recurrenceInWords(rule, rules, (day) => writtenDay(day, locale)) : ""
    },
    ticked: ({ done, of }) => filled(t.raw("checks.row"), { done, of }),
    overdue: onceFor(locale, (days) => (days > 0 ? t("overdueFor", { days }) : t("overdueToday"))),
    moment: times.moment,
    daysAway: times.daysAway,
    startOfToday,
  }
}

const said = new Map<string, string>()

/** Filling in a sentence costs more than a row does; rows that are late by as much share it. */
const onceFor =
  (locale: string, say: (days: number) => string) =>
  (days: number): string => {
    const key = `${locale}:${days}`
    const known = said.get(key) ?? say(days)
    said.set(key, known)
    return known
  }
