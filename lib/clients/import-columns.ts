import type { ColumnTitles } from "@/lib/platform/sheet-columns"
import { templateColumns } from "./template"

export type TalkColumn =
  | "client"
  | "contact"
  | "at"
  | "method"
  | "topic"
  | "need"
  | "response"
  | "owner"
  | "plan"
  | "next"

const named = (at: number, ...more: string[]): string[] => {
  const column = templateColumns[at]
  return [...(column ? [column.zh, column.en] : []), ...more]
}

/** What the columns of template T4 are called; whatever stands in brackets is left out. */
export const talkTitles: ColumnTitles<TalkColumn> = {
  client: named(0, "客户", "Client name"),
  contact: named(1, "联系人", "Contact"),
  at: named(2, "时间", "Date"),
  method: named(3, "方式"),
  topic: named(4, "主题", "Subject"),
  need: named(5, "客户需求", "客户反馈", "Need", "Feedback"),
  response: named(6, "响应措施", "Response"),
  owner: named(7, "Owner"),
  plan: named(8, "计划", "Plan"),
  next: named(9, "下次沟通", "下次联系时间"),
}

export const requiredTalkColumns = ["client", "at", "method", "topic", "owner"] as const
