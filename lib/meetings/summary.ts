import { eq, inArray } from "drizzle-orm"
import type { Db } from "@/db/database"
import { resolutionSummaries } from "@/db/schema/meetings"
import type { Grant } from "@/lib/platform/actor"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"

/** A week's summary for one person, seen by nobody else. */
export interface Summary {
  id: number
  personId: number
  week: string
  grants: readonly Grant[]
  sensitivityId: null
}

export async function findSummary(on: Db, id: number): Promise<Summary | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await on.select().from(resolutionSummaries).where(eq(resolutionSummaries.id, id))
  return row
    ? {
        ...row,
        grants: [{ principal: `person:${row.personId}`, level: "view" }],
        sensitivityId: null,
      }
    : null
}

export const addressOf = (week: string): string => `/reports/resolutions?week=${week}`

export async function titledSummaries(db: Db, ids: readonly number[]) {
  const rows = await db
    .select({ id: resolutionSummaries.id, week: resolutionSummaries.week })
    .from(resolutionSummaries)
    .where(inArray(resolutionSummaries.id, [...ids]))
  return new Map(rows.map(({ id, week }) => [id, { title: week, href: addressOf(week) }]))
}

export async function whoReads(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  const summary = await findSummary(ctx.tx, event.recordId)
  return summary
    ? [{ category: "meetings.resolutions", needsYou: false, personIds: [summary.personId] }]
    : []
}
