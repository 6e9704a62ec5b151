import { and, eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { events, ofType } from "@/db/schema/events"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Kind, Known, Notice } from "@/lib/platform/module"
import { holdersOf } from "@/lib/platform/organisation"
import { settings } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { isKnownYear } from "./holidays"
import { words } from "./words"
import { dayIn } from "./zones"

const grants: Grant[] = [{ principal: "duty:platform", level: "admin" }]

const yearOf = (id: number): Known | null =>
  id >= 2000 && id < 2100 ? { id, grants, sensitivityId: null } : null

/** A year of the work calendar: what is said about it hangs there. Its number is the year. */
export const workYear: Kind = {
  icon: "calendar-cog",
  find: async (_, id) => yearOf(id),
  canSee: (actor, year: Known) => sees(actor, year),
  title: ({ id }: Known) => `${words.zh.title} ${id}`,
  href: ({ id }: Known) => `/admin/work-calendar?year=${id}`,
  searchText: ({ id }: Known) => `${words.zh.title} ${words.en.title} ${id}`,
  sortKey: ({ id }: Known) => id,
}

/** The year after today's, from November on: its arrangement is published then. */
export function yearDue(today: string): number | undefined {
  return today.slice(5, 7) >= "11" ? Number(today.slice(0, 4)) + 1 : undefined
}

/** 平台管理 hears once of a year that begins soon and has no days off of its own yet (decision 11). */
export async function tellOfUnknownYear(now = new Date()): Promise<void> {
  const { company, workDays } = await settings()
  const year = yearDue(dayIn(company.timeZone, now))
  if (!year || isKnownYear(year)) return
  if (workDays.some(({ day }) => day.startsWith(String(year))) || (await wasTold(year))) return
  await writeAsSystem("calendar.unknown_year", async (ctx) =>
    emit(ctx, { type: "calendar.year_unknown", recordId: year, data: { year } }),
  )
}

async function wasTold(year: number): Promise<boolean> {
  const told = and(ofType("calendar.year_unknown"), eq(events.recordId, year))
  return (await db().select({ id: events.id }).from(events).where(told).limit(1)).length > 0
}

export async function tellAdministrators(ctx: Ctx): Promise<readonly Notice[]> {
  const personIds = await holdersOf(ctx.tx, "platform")
  return [{ personIds, category: "calendar.years", needsYou: true }]
}
