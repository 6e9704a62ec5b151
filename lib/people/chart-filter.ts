import { z } from "zod"

/** How far everything is opened: the company alone, its departments, all of theirs, everybody. */
export const chartReaches = ["company", "departments", "teams", "people"] as const
export type ChartReach = (typeof chartReaches)[number]

const mostToggled = 60
const id = z.coerce.number().int().nonnegative().optional().catch(undefined)
/** Ids with commas between; what isn't an id is left out. */
const ids = z
  .string()
  .max(1_000)
  .transform((text) =>
    text
      .split(",")
      .map(Number)
      .filter((one) => Number.isSafeInteger(one) && one >= 0)
      .slice(0, mostToggled),
  )
  .catch([])

export const chartFilter = z.object({
  to: z.enum(chartReaches).catch("departments"),
  /** Departments opened and closed by hand; 0 is the company. */
  open: ids,
  shut: ids,
  at: id,
  q: z
    .string()
    .max(100)
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/\p{Cc}/gu, "")
        .trim(),
    )
    .catch(""),
})
export type ChartFilter = z.output<typeof chartFilter>
