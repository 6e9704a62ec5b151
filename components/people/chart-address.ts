import type { ChartFilter } from "@/lib/people/chart-filter"

/** The address of a chart: what is opened, and where one stands. */
export function chartAddress({ to, open, shut, at }: Partial<ChartFilter>): string {
  const query = new URLSearchParams()
  if (to && to !== "departments") query.set("to", to)
  if (open?.length) query.set("open", open.join(","))
  if (shut?.length) query.set("shut", shut.join(","))
  if (at !== undefined) query.set("at", String(at))
  const text = query.toString().replaceAll("%2C", ",")
  return text ? `/people/chart?${text}` : "/people/chart"
}
