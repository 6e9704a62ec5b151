import { ancestry, departmentPath, type Organisation, subtree } from "@/lib/platform/organisation"

/** What a report is cut by: a department with all below it, a host, a meeting with its series. */
export interface ReportCut {
  department?: number | undefined
  host?: number | undefined
  meeting?: number | undefined
}

interface Row {
  meetingId: number
  meetingTitle: string
  seriesId: number | null
  host: { id: number; name: string }
  owner: { departmentId: number }
}

export const seriesOf = ({ seriesId, meetingId }: Pick<Row, "seriesId" | "meetingId">): number =>
  seriesId ?? meetingId

/** Whether a row belongs to a cut. */
export function cutter(org: Organisation, { department, host, meeting }: ReportCut) {
  const within = department === undefined ? null : new Set(subtree(org, department))
  return (row: Row): boolean =>
    (within === null || within.has(row.owner.departmentId)) &&
    (host === undefined || row.host.id === host) &&
    (meeting === undefined || seriesOf(row) === meeting)
}

export interface Choice {
  id: number
  label: string
}

/** What there is to cut by: only what has a resolution in the report. */
export function choicesIn(org: Organisation, rows: readonly Row[]) {
  const departments = new Set(rows.flatMap(({ owner }) => ancestry(org, owner.departmentId)))
  const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label, "zh")
  const choices = (entries: Iterable<readonly [number, string]>): Choice[] =>
    [...new Map(entries)].map(([id, label]) => ({ id, label })).toSorted(byLabel)
  return {
    departments: choices([...departments].map((id) => [id, departmentPath(org, id)] as const)),
    hosts: choices(rows.map(({ host }) => [host.id, host.name] as const)),
    meetings: choices(rows.map((row) => [seriesOf(row), row.meetingTitle] as const)),
  }
}
