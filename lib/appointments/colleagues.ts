import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import { db } from "@/db/engine"
import { calendarColleagues } from "@/db/schema/appointments"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { showCalendar } from "./shown"

type Own = Ctx & { actor: PersonActor }

const mostColleagues = 12

/** Whose free and busy time somebody looks at beside their own. */
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
  // Who has left isn't shown any more, and counts no more.
  const here = ctx.tx.select({ id: people.id }).from(people).where(isNull(people.disabledAt))
  const mine = and(
    eq(calendarColleagues.personId, personId),
    inArray(calendarColleagues.colleagueId, here),
  )
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
