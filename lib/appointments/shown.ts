import { and, eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { calendarHidden } from "@/db/schema/appointments"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"

type Own = Ctx & { actor: PersonActor }

const mostHidden = 100

/** Names of calendars that somebody unchecked: `tasks`, `person:7`. */
export async function hiddenOf(personId: number): Promise<Set<string>> {
  const rows = await db()
    .select({ name: calendarHidden.name })
    .from(calendarHidden)
    .where(eq(calendarHidden.personId, personId))
    .limit(mostHidden)
  return new Set(rows.map(({ name }) => name))
}

export async function showCalendar(ctx: Own, name: string, shown: boolean): Promise<void> {
  const { personId } = ctx.actor
  const mine = and(eq(calendarHidden.personId, personId), eq(calendarHidden.name, name))
  await ctx.tx.delete(calendarHidden).where(mine)
  if (shown) return
  const all = eq(calendarHidden.personId, personId)
  if ((await ctx.tx.$count(calendarHidden, all)) >= mostHidden) refuse("invalid")
  await ctx.tx.insert(calendarHidden).values({ personId, name })
}
