import { and, asc, eq, inArray, isNull, notInArray, sql } from "drizzle-orm"
import { people } from "@/db/schema/people"
import { ticketTurns } from "@/db/schema/tickets"
import { dayIn } from "@/lib/calendar/zones"
import { awayOn } from "@/lib/people/leave-now"
import type { Ctx } from "@/lib/platform/context"
import { organisation, subtree } from "@/lib/platform/organisation"
import { settingsIn } from "@/lib/platform/settings"

/**
 * Whose turn it is in a department: of those at 可编辑 or above who are there today, whoever had
 * none the longest. Its head comes last: they see to it that it is answered.
 * @param but who had it already
 */
export async function nextInTurn(
  ctx: Ctx,
  departmentId: number,
  but: readonly number[] = [],
): Promise<number | null> {
  const org = await organisation(ctx.tx)
  const today = dayIn((await settingsIn(ctx.tx)).company.timeZone, ctx.now)
  const headId = org.departments.get(departmentId)?.headId ?? 0
  const [next] = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .leftJoin(
      ticketTurns,
      and(eq(ticketTurns.personId, people.id), eq(ticketTurns.departmentId, departmentId)),
    )
    .where(
      and(
        inArray(people.departmentId, subtree(org, departmentId)),
        isNull(people.disabledAt),
        inArray(people.level, ["edit", "admin"]),
        notInArray(people.id, [0, ...but]),
        notInArray(people.id, awayOn(ctx.tx, today)),
      ),
    )
    .orderBy(
      asc(sql`case when ${people.id} = ${headId} then 1 else 0 end`),
      asc(sql`case when ${ticketTurns.at} is null then 0 else 1 end`),
      asc(ticketTurns.at),
      asc(people.id),
    )
    .limit(1)
  return next?.id ?? null
}

/** They had one now, whoever gave it to them. */
export const hadTurn = (ctx: Ctx, departmentId: number, personId: number): Promise<unknown> =>
  ctx.tx
    .insert(ticketTurns)
    .values({ departmentId, personId, at: ctx.now })
    .onConflictDoUpdate({
      target: [ticketTurns.departmentId, ticketTurns.personId],
      set: { at: ctx.now },
    })
