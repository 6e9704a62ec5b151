import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { sheetOf } from "@/lib/platform/sheet-export"
import type { SheetType } from "@/lib/platform/sheet-writing"
import { states } from "@/lib/platform/words"
import type { ReportRow, ResolutionReport } from "./report"
import { reportWords } from "./words-report"

interface Wanted {
  report: ResolutionReport
  type: SheetType
  locale: Locale
  timeZone: string
}

/** The week's report as it is seen, a row per resolution. */
export function exportReport(actor: PersonActor, { report, type, locale, timeZone }: Wanted) {
  const data = { format: type, view: `resolutions ${report.week}` }
  const { columns, sheet } = reportWords[locale]
  const moment = (at: Date | null) => (at ? `${dayIn(timeZone, at)} ${clockIn(timeZone, at)}` : "")
  const cells = (row: ReportRow): string[] => [
    row.meetingTitle,
    moment(row.meetingAt),
    row.host.name,
    row.text,
    row.owner.name,
    states[locale][row.overdue ? "overdue" : row.state],
    `${row.progress}%`,
    moment(row.dueAt),
    moment(row.doneAt),
    String(row.nudges),
  ]
  return sheetOf(
    { type: "meeting.exported", recordId: actor.personId, data },
    {
      type,
      header: [
        ...[sheet.meeting, sheet.at, sheet.host, columns.text, columns.owner, columns.state],
        ...[sheet.progress, columns.due, sheet.done, sheet.nudges],
      ],
      page: async () => ({ rows: report.rows, next: null }),
      cells: async (rows) => rows.map(cells),
    },
  )
}
