import type { ColumnTitles } from "@/lib/platform/sheet-columns"
import { templateColumns } from "./template"

export const meetingColumns = [
  "title",
  "time",
  "place",
  "host",
  "people",
  "topics",
  "points",
  "resolutions",
  "owner",
  "due",
  "remark",
] as const
export type MeetingColumn = (typeof meetingColumns)[number]

const named = (at: number, ...more: string[]): string[] => {
  const column = templateColumns[at]
  return [...(column ? [column.zh, column.en] : []), ...more]
}

/** What the columns of template T2 are called; whatever stands in brackets is left out. */
export const meetingTitles: ColumnTitles<MeetingColumn> = {
  title: named(0, "会议", "Meeting name"),
  time: named(1, "会议时间"),
  place: named(2, "地点", "线上", "Place"),
  host: named(3),
  people: named(4, "参会人", "与会人员", "Attendees"),
  topics: named(5, "议程", "Agenda"),
  points: named(6, "要点"),
  resolutions: named(7, "决议", "Resolution"),
  owner: named(8, "责任人", "Owners"),
  due: named(9, "截止日期", "Due date"),
  remark: named(10, "说明", "Remarks"),
}

export const requiredMeetingColumns = ["title", "time", "host"] as const
