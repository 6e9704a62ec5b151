import { getTranslations } from "next-intl/server"
import { auditTerms } from "@/components/audit/audit-terms"
import { cx } from "@/components/ui/cx"
import { Link } from "@/components/ui/link"
import { type AuditFilter, addressOf, narrowing } from "@/lib/audit/filter"
import type { Bar } from "@/lib/audit/histogram"
import { when } from "@/lib/calendar/when"

const highest = 40
const day = 24 * 3_600_000

/** Twenty-four bars; each is the time it stands for as a filter, the chosen one takes it back. */
export async function AuditChart({ bars, filter }: { bars: Bar[] | null; filter: AuditFilter }) {
  const [t, w, { moments }] = await Promise.all([getTranslations("audit"), when(), auditTerms()])
  const [first] = bars ?? []
  if (!bars || !first)
    return (
      <p className="border-b border-line px-gutter py-3 text-control text-ink-3">{t("tooLong")}</p>
    )
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const hourly = first.until.getTime() - first.from.getTime() <= day / 23
  const edge = (at: Date) => (hourly ? moments.hour(at) : moments.day(at))
  return (
    <ol
      aria-label={t("chart")}
      className="flex h-19 items-end gap-0.75 border-b border-line px-gutter max-md:gap-px"
    >
      {bars.map(({ from, until, count, about }, i) => {
        const place = { from: w.field(from), until: w.field(until) }
        const chosen = filter.from === place.from && filter.until === place.until
        const label = t(about ? "barAbout" : "bar", {
          from: moments.full(from),
          until: moments.full(until),
          count,
        })
        return (
          <li key={place.from} className="relative min-w-0 flex-1">
            <Link
              href={addressOf({
                ...narrowing(filter),
                ...(chosen ? { from: undefined, until: undefined } : place),
              })}
              aria-label={label}
              title={label}
              aria-current={chosen ? "true" : undefined}
              className="group/bar flex h-19 flex-col items-center justify-end pb-5 text-meta text-ink-3 aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {count * 4 > most && <span className="max-md:hidden">{count}</span>}
              <BarShape share={count / most} chosen={chosen} />
            </Link>
            {i % 3 === 0 && (
              <span
                className="pointer-events-none absolute bottom-0.5 left-0 text-meta whitespace-nowrap text-ink-3 max-md:data-odd:hidden"
                data-odd={i % 6 === 3 || undefined}
              >
                {edge(from)}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** As high as its share; one that holds anything is seen. */
function BarShape({ share, chosen }: { share: number; chosen: boolean }) {
  const height = share === 0 ? 1 : Math.max(2, Math.round(share * highest))
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 1 ${height}`}
      preserveAspectRatio="none"
      height={height}
      className={cx(
        "w-full shrink-0",
        share === 0
          ? "fill-line"
          : chosen
            ? "fill-accent"
            : "fill-accent opacity-55 group-hover/bar:opacity-80",
      )}
    >
      <rect width="1" height={height} />
    </svg>
  )
}
