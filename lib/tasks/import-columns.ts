import type { ColumnTitles } from "@/lib/platform/sheet-columns"
import { templateColumns } from "./template"

export const taskColumns = [
  "name",
  "home",
  "owner",
  "coworkers",
  "description",
  "start",
  "due",
  "progress",
  "state",
  "risk",
  "updated",
] as const
export type TaskColumn = (typeof taskColumns)[number]

const named = (at: number, ...more: string[]): string[] => {
  const column = templateColumns[at]
  return [...(column ? [column.zh, column.en] : []), ...more]
}

/** What the columns of template T3 are called; whatever stands in brackets is left out. */
export const taskTitles: ColumnTitles<TaskColumn> = {
  name: named(0, "任务", "Task"),
  home: named(1, "所属项目", "所属部门", "Project", "Department"),
  owner: named(2),
  coworkers: named(3, "协办", "Coworkers"),
  description: named(4, "描述"),
  start: named(5),
  due: named(6, "截止日期", "Due date"),
  progress: named(7, "进度"),
  state: named(8, "状态"),
  risk: named(9, "风险"),
  updated: named(10),
}

export const requiredTaskColumns = ["name", "owner"] as const
