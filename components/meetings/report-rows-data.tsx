import { getTranslations } from "next-intl/server"
import type { ReportGroup } from "@/components/meetings/report-rows"
import { TaskState } from "@/components/meetings/task-state"
import { when } from "@/lib/calendar/when"
import type { ReportRow, ResolutionReport } from "@/lib/meetings/report"
import { mayNudge } from "@/lib/meetings/seen-resolutions"
import type { PersonActor } from "@/lib/platform/actor"

/** The rows by series, those with most overdue first; everything in the reader's words. */
export async function reportRowsData(actor: PersonActor, report: ResolutionReport) {
  const [t, times] = await Promise.all([getTranslations("meetings.reports"), when()])
  const groups = [...Map.groupBy(report.rows, (row) => row.seriesId ?? row.meetingId)]
  const nudge = (row: ReportRow) => {
    if (row.state === "done") return row.onTime ? t("onTime") : t("none")
    if (!row.overdue) return t("none")
    return row.nudgedAt
      ? t("nudged", { count: row.nudges, at: times.feed(row.nudgedAt) })
      : t("notNudged")
  }
  const shown = groups.map(([id, rows]): ReportGroup => {
    const overdue = rows.filter((row) => row.overdue).length
    const newest = rows.toSorted((a, b) => +b.meetingAt - +a.meetingAt)[0]
    return {
      ...{ id, title: newest?.meetingTitle ?? "", href: `/meetings/${newest?.meetingId}` },
      ...{ count: t("count", { count: rows.length, overdue }), overdue },
      rows: rows.map((row) => ({
        ...{ id: row.id, text: row.text, href: `/tasks/${row.taskId}`, owner: row.owner },
        ...{ overdue: row.overdue, done: row.state === "done", nudge: nudge(row) },
        answer: row.nudge?.answeredAt
          ? t("answered", { name: row.owner.name, reason: row.nudge.reason })
          : "",
        mayNudge: row.overdue && mayNudge(actor, row),
        state: <TaskState task={row} />,
        due: row.dueAt ? `${times.date(row.dueAt)} ${times.clock(row.dueAt)}` : "",
      })),
    }
  })
  return {
    groups: shown.toSorted((a, b) => b.overdue - a.overdue),
    words: {
      columns: {
        text: t("columns.text"),
        owner: t("columns.owner"),
        state: t("columns.state"),
        due: t("columns.due"),
        nudge: t("columns.nudge"),
      },
      all: t("all"),
      choose: t.raw("choose"),
      chosen: t.raw("chosen"),
      clear: t("clear"),
      nudge: t("nudge"),
      nudgeAll: t.raw("nudgeAll"),
      sent: t.raw("sent"),
    },
  }
}
