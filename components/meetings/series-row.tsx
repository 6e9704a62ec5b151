import { getLocale, getTranslations } from "next-intl/server"
import { FieldRow } from "@/components/ui/field-row"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { recurrenceInWords } from "@/lib/calendar/recurrence-words"
import { when } from "@/lib/calendar/when"
import { writtenDay } from "@/lib/calendar/written-day"
import type { MeetingPage } from "@/lib/meetings/page"

/** How a meeting comes again, and the one before and after it. */
export async function SeriesRow({
  page: { meeting, series, before, next },
}: {
  page: MeetingPage
}) {
  const [t, rules, locale, times] = await Promise.all([
    getTranslations("meetings"),
    getTranslations("calendar.recurrence"),
    getLocale(),
    when(),
  ])
  if (!series) return null
  return (
    <FieldRow label={t("field.series")}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex items-center gap-1.5">
          <Icon name="repeat" size={14} className="text-ink-3" />
          {recurrenceInWords(series.rule, rules, (day) => writtenDay(day, locale))}
        </span>
        {meeting.apart && <span className="text-ink-3">{t("page.apart")}</span>}
        {before && (
          <Link href={`/meetings/${before.id}`} className="link">
            {t("page.earlier", { at: times.date(before.startAt) })}
          </Link>
        )}
        {next && (
          <Link href={`/meetings/${next.id}`} className="link">
            {t("page.later", { at: times.date(next.startAt) })}
          </Link>
        )}
      </span>
    </FieldRow>
  )
}
