import { getMessages, getTranslations } from "next-intl/server"
import { cache } from "react"
import { tagsBeginning } from "@/components/shell/suggest-tags"
import type { WritingHelp } from "@/components/ui/use-writing"
import { comingDays } from "@/lib/calendar/coming-days"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { when } from "@/lib/calendar/when"
import { settings } from "@/lib/platform/settings"

/** A page may stay open for this many working days and still offer times that lie ahead. */
const daysAhead = 6

/** Midnight belongs to the day that ends. */
const ending = ({ at, clock }: { at: number; clock: string }) => ({
  at,
  clock: clock === "00:00" ? "24:00" : clock,
})

/** What every text field needs to help with wording; once per page, however many fields ask. */
export const writingHelp = cache(async (): Promise<WritingHelp> => {
  const [{ wording }, calendar, times, t] = await Promise.all([
    settings(),
    companyCalendar(),
    when(),
    getTranslations("writing"),
  ])
  const moment = (at: Date) => ({ at: at.getTime(), clock: times.clock(at) })
  return {
    wording,
    timeZone: calendar.timeZone,
    tagsLabel: t("tags"),
    suggestTags: tagsBeginning,
    days: comingDays(calendar, times.now, daysAhead).map(({ day, noon, end }) => ({
      day,
      date: times.date(noon),
      noon: moment(noon),
      end: ending(moment(end)),
    })),
    sensitive: {
      found: t.raw("sensitive.found"),
      mask: t("sensitive.mask"),
      dismiss: t("dismiss"),
      kinds: (await getMessages()).writing.sensitive.kinds,
    },
    words: {
      vague: { time: t.raw("vague.time"), amount: t.raw("vague.amount"), who: t.raw("vague.who") },
      short: { time: t.raw("short.time"), amount: t.raw("short.amount"), who: t.raw("short.who") },
      before: t.raw("before"),
      dismiss: t("dismiss"),
      today: t("today"),
      tomorrow: t("tomorrow"),
    },
  }
})
