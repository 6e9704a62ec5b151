import { getTranslations } from "next-intl/server"
import { Link } from "@/components/ui/link"
import { db } from "@/db/engine"
import { type Figures, meetingFigures, type Share } from "@/lib/meetings/figures"
import { visibleTo } from "@/lib/meetings/policy"
import type { ResolutionReport } from "@/lib/meetings/report"
import { rateOf } from "@/lib/meetings/report"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation, subtree } from "@/lib/platform/organisation"

const mostShown = 20

/** What the week's meetings took and whether their rules were kept, by department. */
export async function ReportFigures({
  actor,
  report,
  now,
}: {
  actor: PersonActor
  report: ResolutionReport
  now: Date
}) {
  const [t, org, book] = await Promise.all([
    getTranslations("meetings.reports"),
    organisation(db()),
    meetingFigures(report, now, visibleTo(actor)),
  ])
  const { department, host, meeting } = report.cut
  const within = department === undefined ? null : new Set(subtree(org, department))
  const rows = [...book]
    .filter(([id]) => within === null || within.has(id))
    .toSorted((a, b) => b[1].hours - a[1].hours)
    .slice(0, mostShown)
  // They are reckoned by department: of one host or one meeting they would say nothing.
  if (rows.length === 0 || host !== undefined || meeting !== undefined) return null
  const columns = ["home", "held", "hours", "notice", "overrun", "minutes", "resolutions"] as const
  const share = ({ kept, of }: Share) =>
    of === 0 ? t("none") : `${rateOf(kept, of)}% · ${kept}/${of}`
  return (
    <section aria-label={t("figures.title")} className="px-gutter pt-6">
      <h2 className="text-panel">{t("figures.title")}</h2>
      <div className="mt-1 overflow-x-auto">
        <table className="w-full min-w-180 text-left text-control">
          <thead>
            <tr className="h-8 border-b border-line text-meta text-ink-3">
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`font-normal ${column === "home" ? "" : "text-right"}`}
                >
                  {t(`figures.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([id, figures]) => (
              <tr key={id} className="h-9 border-b border-line-soft">
                <th scope="row" className="font-normal">
                  <Link
                    href={`/reports/resolutions?week=${report.week}&department=${id}`}
                    className="hover:underline"
                  >
                    {departmentPath(org, id)}
                  </Link>
                </th>
                {cellsOf(figures, share, (overrun) =>
                  overrun.meetings === 0 ? t("none") : t("figures.over", overrun),
                ).map(([name, text]) => (
                  <td key={name} className="text-right tabular-nums">
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const cellsOf = (
  { meetings, hours, notice, overrun, minutes, resolutions }: Figures,
  share: (share: Share) => string,
  over: (overrun: Figures["overrun"]) => string,
): [string, string][] => [
  ["held", String(meetings)],
  ["hours", String(Math.round(hours * 10) / 10)],
  ["notice", share(notice)],
  ["overrun", over(overrun)],
  ["minutes", share(minutes)],
  ["resolutions", share(resolutions)],
]
