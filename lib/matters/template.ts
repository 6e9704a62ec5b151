import type { Locale } from "@/lib/platform/actor"

/** The columns of template T1, as the company's own forms call them, and in English. */
export const templateColumns = [
  { zh: "事项编号", en: "Number" },
  { zh: "发起部门", en: "Initiating department" },
  { zh: "涉及部门", en: "Departments concerned" },
  { zh: "事项描述(含目标、背景)", en: "Description (with goal and background)" },
  { zh: "紧急程度(高/中/低)", en: "Urgency (High/Medium/Low)" },
  { zh: "负责人", en: "Owner" },
  { zh: "计划完成时间", en: "Planned end" },
  {
    zh: "当前状态(待启动/进行中/已完成/受阻)",
    en: "Status (Pending/In progress/Done/Blocked)",
  },
  { zh: "备注(如需支持资源)", en: "Remark (such as support needed)" },
] as const satisfies readonly Record<Locale, string>[]

export const templateHeader = (locale: Locale): string[] =>
  templateColumns.map((column) => column[locale])
