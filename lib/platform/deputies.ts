import { and, gte, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import { prepared } from "@/db/engine"
import { leaves } from "@/db/schema/people"
import type { Ctx } from "./context"
import { dateFormat } from "./date-format"
import type { Known, Notice } from "./module"
import { actorsOf } from "./organisation"
import { kindOf } from "./registry"
import { settings } from "./settings"

const standingIn = prepared((db) =>
  db
    .select({ personId: leaves.personId, deputyId: leaves.deputyId })
    .from(leaves)
    .where(
      and(
        inArray(leaves.personId, idsGiven("ids")),
        isNull(leaves.endedAt),
        isNotNull(leaves.deputyId),
        lte(leaves.firstDay, sql.placeholder("today")),
        gte(leaves.lastDay, sql.placeholder("today")),
      ),
    )
    .prepare(),
)

/** The calendar day in a time zone, as "YYYY-MM-DD". */
const dayIn = (timeZone: string, at: Date): string => dateFormat("en-CA", timeZone).format(at)

/**
 * Deputies of people who are away and have to do something about a record (decision 8). They must
 * be able to see it by themselves: standing in gives nobody access.
 * @param told who is told already, with the notice; those away are looked for among them
 * @returns by deputy, whom they stand in for and with which notice
 */
export async function deputiesFor(
  ctx: Ctx,
  kindName: string,
  known: Known,
  told: ReadonlyMap<number, Notice>,
): Promise<Map<number, { absentId: number; notice: Notice }>> {
  const found = new Map<number, { absentId: number; notice: Notice }>()
  const ids = [...told].flatMap(([id, { needsYou }]) => (needsYou ? [id] : []))
  if (ids.length === 0) return found
  const { timeZone } = (await settings()).company
  const rows = await standingIn(ctx.tx).execute({
    ids: JSON.stringify(ids),
    today: dayIn(timeZone, ctx.now),
  })
  const deputies = await actorsOf(
    ctx.tx,
    rows.flatMap(({ deputyId }) => deputyId ?? []),
  )
  const kind = kindOf(kindName)
  for (const { personId, deputyId } of rows) {
    const notice = told.get(personId)
    const actor = deputies.find((each) => each.personId === deputyId)
    const self = ctx.actor.kind === "person" && ctx.actor.personId === deputyId
    if (!notice || !actor || self || told.has(actor.personId)) continue
    if (kind.canSee(actor, known)) found.set(actor.personId, { absentId: personId, notice })
  }
  return found
}
