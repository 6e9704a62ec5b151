import { and, inArray, isNull } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { people } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { ancestry, organisation } from "@/lib/platform/organisation"
import type { ClockRow } from "./clock-closing"
import { managersOf } from "./clock-holders"

/**
 * Whom an overdue answer goes to: the nearest head above the holder who isn't the holder (without
 * one, their line manager), and the group's managers; only who still works here, never those who
 * owe it.
 * @returns by clock; nobody for a company without heads
 */
export async function escalatedTo(
  ctx: Ctx,
  overdue: readonly ClockRow[],
): Promise<Map<number, number[]>> {
  const heads = await headsAbove(
    ctx,
    overdue.map(({ holderId }) => holderId),
  )
  const managers = await managersOf(ctx.tx, [...new Set(overdue.map(({ groupId }) => groupId))])
  const above = [...new Set([...heads.values()].flat())]
  const working = new Set(
    (
      await ctx.tx
        .select({ id: people.id })
        .from(people)
        .where(and(inArray(people.id, idsIn(above)), isNull(people.disabledAt)))
    ).map(({ id }) => id),
  )
  return new Map(
    overdue.map(({ id, holderId, personId, groupId }) => {
      const owing = (one: number) => one === holderId || one === personId
      const head = heads.get(holderId)?.find((one) => working.has(one) && !owing(one))
      const told = [...(head === undefined ? [] : [head]), ...(managers.get(groupId) ?? [])]
      return [id, [...new Set(told.filter((one) => !owing(one)))]]
    }),
  )
}

/**
 * Heads of the own department and those above it, nearest first, by person; after them the line
 * manager, for heads with nobody above.
 */
async function headsAbove(ctx: Ctx, ids: readonly number[]): Promise<Map<number, number[]>> {
  const org = await organisation(ctx.tx)
  const rows = await ctx.tx
    .select({ id: people.id, departmentId: people.departmentId, managerId: people.managerId })
    .from(people)
    .where(inArray(people.id, idsIn(ids)))
  return new Map(
    rows.map(({ id, departmentId, managerId }) => [
      id,
      [
        ...ancestry(org, departmentId).map((at) => org.departments.get(at)?.headId),
        managerId,
      ].flatMap((above) => above ?? []),
    ]),
  )
}
