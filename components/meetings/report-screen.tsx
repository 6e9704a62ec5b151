import { getTranslations } from "next-intl/server"
import { PrintButton } from "@/components/meetings/print-button"
import { ReportCutForm } from "@/components/meetings/report-cut-form"
import { ReportFigures } from "@/components/meetings/report-figures"
import { ReportFindings } from "@/components/meetings/report-findings"
import { ReportRows } from "@/components/meetings/report-rows"
import { reportRowsData } from "@/components/meetings/report-rows-data"
import { SendReport } from "@/components/meetings/send-report"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { fileOf, SheetButton, SheetMenu } from "@/components/ui/sheet-menu"
import { when } from "@/lib/calendar/when"
import { addDays } from "@/lib/calendar/zones"
import { canCreate } from "@/lib/meetings/policy"
import type { ResolutionReport } from "@/lib/meetings/report"
import { standingOf } from "@/lib/meetings/sending-report"
import type { PersonActor } from "@/lib/platform/actor"

/** 决议周报: one sentence, two findings and a chart, then every resolution by its meetings. */
export async function ReportScreen({
  actor,
  report,
}: {
  actor: PersonActor
  report: ResolutionReport
}) {
  const [t, words, data] = await Promise.all([
    getTranslations("meetings.reports"),
    liveWords(),
    reportRowsData(actor, report),
  ])
  const due = report.rows.filter(({ dueAt }) => dueAt !== null && dueAt >= report.from)
  const counts = {
    due: due.length,
    done: due.filter(({ state }) => state === "done").length,
    overdue: report.rows.filter(({ overdue }) => overdue).length,
  }
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={words}>
      <Head actor={actor} report={report} />
      <ReportCutForm report={report} />
      <div className="min-h-0 flex-1 overflow-y-auto pb-20">
        <p className="mx-gutter border-b-2 border-ink pt-4 pb-3 text-title">
          {report.rows.length === 0 ? t("leadNone") : t("lead", counts)}
        </p>
        <ReportFindings report={report} />
        <ReportRows {...data} />
        <ReportFigures actor={actor} report={report} now={new Date()} />
      </div>
    </LiveRegion>
  )
}

async function Head({ actor, report }: { actor: PersonActor; report: ResolutionReport }) {
  const [t, times] = await Promise.all([getTranslations("meetings.reports"), when()])
  const last = new Date(+report.until - 1)
  const cut = Object.entries(report.cut).flatMap(([name, id]) => (id ? [[name, String(id)]] : []))
  const to = (weeks: number) =>
    `/reports/resolutions?${new URLSearchParams([["week", addDays(report.week, weeks * 7)], ...cut])}`
  const exporting = "report-export"
  const arrow = "grid size-7 place-items-center rounded-field hover:bg-hover max-md:size-11"
  return (
    <div className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-4 border-b border-line px-gutter print:hidden">
      <h1 className="py-2 text-title">{t("title")}</h1>
      <nav aria-label={t("title")} className="flex items-center gap-1 text-control">
        <Link href={to(-1)} aria-label={t("before")} className={arrow}>
          <Icon name="chevron-left" />
        </Link>
        <span className="one-word font-semibold">
          {t("week", { from: times.date(report.from), until: times.date(last) })}
        </span>
        {report.until <= times.now && (
          <Link href={to(1)} aria-label={t("after")} className={arrow}>
            <Icon name="chevron-right" />
          </Link>
        )}
      </nav>
      <span className="ml-auto flex flex-wrap items-center gap-2">
        <Sending actor={actor} report={report} />
        {report.rows.length > 0 && <SheetButton id={exporting} label={t("export")} />}
        <SheetMenu
          id={exporting}
          label={t("export")}
          note={t("exportNote")}
          place="top-24 right-4"
          href={fileOf("/reports/resolutions/export", to(0))}
        />
        <PrintButton word={t("print")} />
      </span>
    </div>
  )
}

/** Of a department: to its head, once a week. */
async function Sending({ actor, report }: { actor: PersonActor; report: ResolutionReport }) {
  const { department } = report.cut
  if (department === undefined || !canCreate(actor) || report.rows.length === 0) return null
  const [t, times, standing] = await Promise.all([
    getTranslations("meetings.reports"),
    when(),
    standingOf(actor, department, report.week),
  ])
  if (!standing || standing.own) return null
  const { name, sentAt } = standing
  if (sentAt)
    return (
      <span className="text-meta text-ink-2">
        {t("partWent", { name, at: times.moment(sentAt) })}
      </span>
    )
  return (
    <SendReport
      week={report.week}
      department={department}
      words={{ send: t("send"), hint: t("sendHint", { name }) }}
    />
  )
}
