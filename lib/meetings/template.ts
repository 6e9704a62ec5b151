import type { Locale } from "@/lib/platform/actor"

/** The columns of template T2, as the company's own forms call them, and in English. */
export const templateColumns = [
  { zh: "会议名称", en: "Meeting" },
  { zh: "时间", en: "Time" },
  { zh: "地点/线上", en: "Place / online" },
  { zh: "主持人", en: "Host" },
  { zh: "参会人员", en: "Participants" },
  { zh: "议题(含讨论时间)", en: "Topics (with minutes)" },
  { zh: "发言要点", en: "Points" },
  { zh: "决议事项", en: "Resolutions" },
  { zh: "负责人", en: "Owner" },
  { zh: "截止时间", en: "Due" },
  { zh: "备注", en: "Remark" },
] as const satisfies readonly Record<Locale, string>[]

export const templateHeader = (locale: Locale): string[] =>
  templateColumns.map((column) => column[locale])
