import { getTranslations } from "next-intl/server"
import type { RowWords } from "@/components/tasks/task-row"
import { bounds } from "@/lib/calendar/bounds"
import { when } from "@/lib/calendar/when"

/** The words of a row, looked up once for the whole list. */
export async function rowWords(): Promise<RowWords> {
  const [t, states, times, { startOfToday }] = await Promise.all([
    getTranslations("tasks"),
    getTranslations("states"),
    when(),
    bounds(),
  ])
  return {
    high: `${t("field.priority")} ${states("high")}`,
    progress: t("field.progress"),
    notUpdated: t("notUpdated"),
    overdue: onceFor((days) => (days > 0 ? t("overdueFor", { days }) : t("overdueToday"))),
    moment: times.moment,
    daysAway: times.daysAway,
    startOfToday,
  }
}

/** Filling in a sentence costs more than a row does; rows of one day share it. */
function onceFor(say: (days: number) => string): (days: number) => string {
  const said = new Map<number, string>()
  return (days) => {
    const known = said.get(days) ?? say(days)
    said.set(days, known)
    return known
  }
}
