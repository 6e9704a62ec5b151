import { inArray } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"
import { sheetOf } from "@/lib/platform/sheet-export"
import type { SheetType } from "@/lib/platform/sheet-writing"
import { states } from "@/lib/platform/words"
import type { TaskFilter } from "./inputs"
import { type Listed, plain } from "./listed"
import { type Bounds, listTasks, type TaskListRow } from "./queries"
import { templateHeader } from "./template"

export interface TaskExport {
  filter: TaskFilter
  type: SheetType
  locale: Locale
  timeZone: string
  bounds: Bounds
}

/** A list as it is seen in the columns of template T3. */
export function exportTasks(actor: PersonActor, wanted: TaskExport) {
  const data = { format: wanted.type, view: wanted.filter.view }
  return sheetOf(
    { type: "task.exported", recordId: actor.personId, data },
    {
      ...{ type: wanted.type, header: templateHeader(wanted.locale) },
      page: (after) => listTasks(actor, { ...inUsualOrder(wanted.filter), after }, wanted.bounds),
      cells: (rows) => cellsOf(rows, wanted),
    },
  )
}

/** A file can be sorted by whoever reads it; in the usual order each page is a piece of an index. */
const inUsualOrder = ({ by: _, ...filter }: TaskFilter): Listed => ({
  ...plain(filter),
  sort: "state",
})

async function cellsOf(rows: readonly TaskListRow[], { locale, timeZone }: TaskExport) {
  const ids = rows.map(({ id }) => id)
  const texts = await db()
    .select({ id: tasks.id, description: tasks.description })
    .from(tasks)
    .where(inArray(tasks.id, idsIn(ids)))
  const described = new Map(texts.map(({ id, description }) => [id, description]))
  const moment = (at: Date | null) => (at ? `${dayIn(timeZone, at)} ${clockIn(timeZone, at)}` : "")
  return rows.map((row) => [
    row.name,
    [row.department, row.group].filter(Boolean).join("-"),
    row.ownerName,
    enumerated(
      row.coworkers.map(({ name }) => name),
      locale,
    ),
    described.get(row.id) ?? "",
    moment(row.startAt),
    moment(row.dueAt),
    `${row.progress}%`,
    states[locale][stateOf(row)],
    row.risk,
    moment(row.updatedAt),
  ])
}

/** 需支持 is written as itself; 已逾期 is computed (decision 19). */
const stateOf = ({ state, overdue }: TaskListRow) =>
  overdue && state !== "need_support" ? "overdue" : state
