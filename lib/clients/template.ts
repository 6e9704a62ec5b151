import type { Locale } from "@/lib/platform/actor"

/** The columns of template T4, as the company's own forms call them, and in English. */
export const templateColumns = [
  { zh: "客户名称", en: "Client" },
  { zh: "对接人", en: "Contact person" },
  { zh: "沟通时间", en: "Time" },
  { zh: "沟通方式(电话/线上/当面)", en: "Method (Phone/Online/In person)" },
  { zh: "沟通主题", en: "Topic" },
  { zh: "客户需求/反馈", en: "Need or feedback" },
  { zh: "内部响应措施", en: "Our response" },
  { zh: "负责人", en: "Responsible" },
  { zh: "跟进计划", en: "Follow-up plan" },
  { zh: "下次沟通时间", en: "Next contact" },
] as const satisfies readonly Record<Locale, string>[]

export const templateHeader = (locale: Locale): string[] =>
  templateColumns.map((column) => column[locale])
