import { getLocale, getTranslations } from "next-intl/server"
import type { ResolutionReport } from "@/lib/meetings/report"
import { enumerated } from "@/lib/platform/enumerated"

const mostNamed = 5

/** How much was done in time, who is late with what, and the last eight weeks. */
export async function ReportFindings({ report }: { report: ResolutionReport }) {
  const [t, locale] = await Promise.all([getTranslations("meetings.reports"), getLocale()])
  const [before, now] = report.trend.slice(-2)
  const late = report.rows.filter(({ overdue }) => overdue)
  const owners = [...Map.groupBy(late, ({ owner }) => owner.name)].toSorted(
    (a, b) => b[1].length - a[1].length,
  )
  const percent = (rate: number | null | undefined) =>
    rate === null || rate === undefined ? t("none") : `${rate}%`
  return (
    <div className="grid border-b border-line px-gutter lg:grid-cols-3">
      <div className="py-3 pr-6">
        <p>
          <b className="text-display">{percent(now?.rate)}</b>
          <span className="ml-2 text-meta text-ink-2">
            {t("rate")}
            {t("between")}
            {before?.rate === null || !before
              ? t("rateFirst")
              : t("rateNote", { before: percent(before.rate) })}
          </span>
        </p>
      </div>
      <div className="border-line py-3 max-lg:border-t lg:border-l lg:px-6">
        {late.length === 0 ? (
          <p className="text-ui text-done">{t("overdueNone")}</p>
        ) : (
          <>
            <p>
              <b className="text-display">{late.length}</b>
              <span className="ml-2 text-meta text-ink-2">
                {t("overdue", { owners: owners.length })}
              </span>
            </p>
            <p className="text-prose">
              {enumerated(
                owners
                  .slice(0, mostNamed)
                  .map(([name, rows]) => t("ownerCount", { name, count: rows.length })),
                locale,
              )}
            </p>
          </>
        )}
      </div>
      <Trend report={report} />
    </div>
  )
}

const height = 44

async function Trend({ report: { trend } }: { report: ResolutionReport }) {
  const [t, locale] = await Promise.all([getTranslations("meetings.reports"), getLocale()])
  const day = (monday: string) => `${Number(monday.slice(5, 7))}/${Number(monday.slice(8))}`
  const values = enumerated(
    trend.map(({ monday, rate }) => `${day(monday)} ${rate ?? t("none")}`),
    locale,
  )
  return (
    <figure className="border-line py-3 max-lg:border-t lg:border-l lg:pl-6">
      <figcaption className="text-control font-semibold">
        {t("rate")} <span className="text-meta font-normal text-ink-2">{t("trend")}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={t("trendLabel", { values })}
        viewBox="0 0 320 84"
        className="mt-1 w-full max-w-90"
      >
        {trend.map(({ monday, rate }, at) => {
          const last = at === trend.length - 1
          const bar = ((rate ?? 0) / 100) * height
          const x = at * 40 + 6
          return (
            <g key={monday} className={last ? "font-semibold" : ""}>
              <rect x={x} y={18} width={26} height={height} className="fill-track" />
              <rect
                x={x}
                y={18 + height - bar}
                width={26}
                height={bar}
                className={last ? "fill-accent" : "fill-ink-3"}
              />
              <text x={x + 13} y={12} textAnchor="middle" className="fill-ink text-meta">
                {rate ?? t("none")}
              </text>
              <text x={x + 13} y={80} textAnchor="middle" className="fill-ink-2 text-meta">
                {day(monday)}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
