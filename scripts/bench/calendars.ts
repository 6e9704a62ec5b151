import { measureIn } from "./processes"
import { spreadOf } from "./rounds"
import type { Line } from "./table"

type Times = Record<"feed" | "month", number[]>

const isTimes = (value: unknown): value is Times =>
  typeof value === "object" && value !== null && "feed" in value && "month" in value

/** P15: what a phone that subscribes gets, and what a month's page asks the database for. */
export async function measureCalendar(data: string): Promise<Line[]> {
  const { feed, month } = await measureIn("calendar", [], { QIBU_DATA: data }, isTimes)
  return [
    { id: "P15", what: "feed", goal: { atMost: 200 }, unit: "ms", portal: spreadOf(feed) },
    {
      id: "P15",
      what: "calendarMonth",
      goal: { atMost: 100 },
      unit: "ms",
      portal: spreadOf(month),
    },
  ]
}
