import { getLocale, getTranslations } from "next-intl/server"
import { DayMark } from "@/components/calendar/day-mark"
import { RemoveDay } from "@/components/calendar/remove-day"
import { Banner } from "@/components/ui/banner"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { writtenDay } from "@/lib/calendar/written-day"
import type { YearDays } from "@/lib/calendar/year-days"

interface Year {
  year: number
  days: YearDays[]
  /** Years to be told about that nothing is known of. */
  unknown: number[]
}

/** The days of a year that differ from its weeks, and whose word each one is. */
export async function YearList({ year, days, unknown }: Year) {
  const t = await getTranslations("calendar.year")
  const link = (to: number) => (
    <Link href={`/admin/work-calendar?year=${to}#days`} className="link text-control">
      {t("link", { year: String(to) })}
    </Link>
  )
  return (
    <Section
      title={t("title", { year: String(year) })}
      aside={
        <>
          {link(year - 1)}
          {link(year + 1)}
        </>
      }
    >
      {unknown.map((each) => (
        <Banner key={each} className="mt-3">
          {t("unknown", { year: String(each) })}
        </Banner>
      ))}
      {days.length === 0 && <p className="mt-3 text-control text-ink-3">{t("none")}</p>}
      <ul>
        {days.map((row) => (
          <DayLine key={row.from} row={row} year={year} />
        ))}
      </ul>
    </Section>
  )
}

async function DayLine({ row, year }: { row: YearDays; year: number }) {
  const [t, locale] = await Promise.all([getTranslations("calendar.year"), getLocale()])
  const { from, until, count, kind, name, own } = row
  const source = t(own ? "own" : "country")
  return (
    <li className="grid min-h-9 grid-cols-[36px_1fr_auto] items-center gap-x-2 border-b border-line-soft py-1 text-control max-md:min-h-14 md:grid-cols-[36px_208px_1fr_56px_112px]">
      <DayMark kind={kind} word={t(kind)} />
      <time>
        {count === 1
          ? writtenDay(from, locale)
          : t("range", { from: writtenDay(from, locale), until: writtenDay(until, locale) })}
        {count > 1 && <span className="ml-2 text-meta text-ink-3">{t("days", { count })}</span>}
      </time>
      <span className="min-w-0 break-words max-md:col-start-2 max-md:row-start-2">
        {name[locale]}
        <span className="ml-2 text-meta text-ink-3 md:hidden">{source}</span>
      </span>
      <span className="text-meta text-ink-3 max-md:hidden">{source}</span>
      {own && (
        <span className="flex items-center justify-end gap-3 max-md:col-start-3 max-md:row-span-2 max-md:row-start-1">
          <Link
            href={`/admin/work-calendar?year=${year}&day=${from}#day`}
            aria-label={t("editDay", { day: from })}
            className="link"
          >
            {t("edit")}
          </Link>
          <RemoveDay day={from} word={t("remove")} label={t("removeDay", { day: from })} />
        </span>
      )}
    </li>
  )
}
