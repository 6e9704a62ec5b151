import { and, asc, eq, isNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { calendarColleagues, calendarHidden } from "@/db/schema/appointments"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"

type Own = Ctx & { actor: PersonActor }

const mostHidden = 100
const mostColleagues = 12

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

export const colleaguesOf = (personId: number) =>
  db()
    .select({ id: people.id, name: people.name, face: people.faceFileId })
    .from(calendarColleagues)
    .innerJoin(people, eq(people.id, calendarColleagues.colleagueId))
    .where(and(eq(calendarColleagues.personId, personId), isNull(people.disabledAt)))
    .orderBy(asc(people.pinyin), asc(people.id))
    .limit(mostColleagues)

/** @throws Refusal for oneself, or beyond a dozen */
export async function addColleague(ctx: Own, colleagueId: number): Promise<void> {
  const { personId } = ctx.actor
  if (colleagueId === personId) refuse("invalid", { fields: { person: "appointments.error.self" } })
  const mine = eq(calendarColleagues.personId, personId)
  if ((await ctx.tx.$count(calendarColleagues, mine)) >= mostColleagues)
    refuse("invalid", { fields: { person: "appointments.error.tooManyColleagues" } })
  await ctx.tx.insert(calendarColleagues).values({ personId, colleagueId }).onConflictDoNothing()
  await showCalendar(ctx, `person:${colleagueId}`, true)
}

export async function removeColleague(ctx: Own, colleagueId: number): Promise<void> {
  await ctx.tx
    .delete(calendarColleagues)
    .where(
      and(
        eq(calendarColleagues.personId, ctx.actor.personId),
        eq(calendarColleagues.colleagueId, colleagueId),
      ),
    )
}
