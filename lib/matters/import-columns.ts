import type { ColumnTitles } from "@/lib/platform/sheet-columns"
import { templateColumns } from "./template"

export type MatterColumn =
  | "number"
  | "department"
  | "concerned"
  | "description"
  | "urgency"
  | "owner"
  | "due"
  | "state"
  | "remark"

const named = (at: number, ...more: string[]): string[] => {
  const column = templateColumns[at]
  return [...(column ? [column.zh, column.en] : []), ...more]
}

/** What the columns of template T1 are called; whatever stands in brackets is left out. */
export const matterTitles: ColumnTitles<MatterColumn> = {
  number: named(0, "编号", "No."),
  department: named(1),
  concerned: named(2, "Departments"),
  description: named(3, "描述"),
  urgency: named(4, "Priority"),
  owner: named(5),
  due: named(6, "计划完成日期", "Due"),
  state: named(7, "状态"),
  remark: named(8, "Remarks"),
}

export const requiredMatterColumns = ["department", "concerned", "description", "owner"] as const
