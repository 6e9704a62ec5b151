import { getTranslations } from "next-intl/server"
import { Still } from "@/components/ui/still"
import { when } from "@/lib/calendar/when"
import type { Today } from "@/lib/home/today"

/** The date, and today in one sentence. */
export async function DayLead({ name, today }: { name: string; today: Today }) {
  const [t, times] = await Promise.all([getTranslations("home"), when()])
  return (
    <Still className="contents">
      <h1 className="text-display">
        {t.rich("today", {
          date: () => <time>{times.date(times.now)}</time>,
          weekday: times.weekday(times.now),
        })}
      </h1>
      <p className="mt-1 mb-5 text-ui text-ink-2">
        {t.rich("sentence", {
          name,
          count: today.due.count,
          late: today.due.late,
          plans: today.left,
          awaiting: today.urgent.length + today.owed.length,
          inbox: today.waiting,
          b: (text) => <strong className="text-ink">{text}</strong>,
        })}
      </p>
    </Still>
  )
}
