import type { Locale } from "@/lib/platform/actor"

/** The columns of template T3, as the company's own forms call them, and in English. */
export const templateColumns = [
  { zh: "任务名称", en: "Task name" },
  { zh: "所属项目/部门", en: "Project or department" },
  { zh: "负责人", en: "Owner" },
  { zh: "协办人", en: "Co-workers" },
  { zh: "任务描述", en: "Description" },
  { zh: "开始时间", en: "Start" },
  { zh: "截止时间", en: "Due" },
  { zh: "完成进度(0%-100%)", en: "Progress (0%-100%)" },
  {
    zh: "当前状态(未开始/进行中/已完成/已逾期)",
    en: "Status (To do/In progress/Done/Overdue)",
  },
  { zh: "风险说明(如资源不足、需求变更)", en: "Risk (such as too few people, changed wishes)" },
  { zh: "更新时间", en: "Updated" },
] as const satisfies readonly Record<Locale, string>[]

export const templateHeader = (locale: Locale): string[] =>
  templateColumns.map((column) => column[locale])
