import { and, eq, inArray, sql } from "drizzle-orm"
import { departments, people } from "@/db/schema/people"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisation, organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"

interface Member {
  id: number
  departmentId: number
}

/**
 * People go to another department, and give up leading the one they leave, as in a staff file.
 * @throws Refusal when somebody was moved meanwhile
 */
export async function movePeople(
  ctx: Ctx,
  members: readonly Member[],
  departmentId: number,
): Promise<void> {
  const moving = members.filter((member) => member.departmentId !== departmentId)
  for (const member of moving) await moveOne(ctx, member, departmentId)
  if (moving.length > 0) await organisationChanged(ctx)
}

async function moveOne(ctx: Ctx, member: Member, departmentId: number): Promise<void> {
  const [row] = await ctx.tx
    .update(people)
    .set({ departmentId, version: sql`${people.version} + 1` })
    .where(and(eq(people.id, member.id), eq(people.departmentId, member.departmentId)))
    .returning({ id: people.id })
  if (!row) refuse("conflict")
  const [led] = await ctx.tx
    .update(departments)
    .set({ headId: null })
    .where(and(eq(departments.id, member.departmentId), eq(departments.headId, member.id)))
    .returning({ id: departments.id })
  if (led)
    emit(ctx, {
      type: "department.headed",
      recordId: led.id,
      data: { before: member.id, after: null },
    })
  emit(ctx, {
    type: "person.moved",
    recordId: member.id,
    data: { personIds: [member.id], before: member.departmentId, after: departmentId },
  })
}

/** Departments that lose their head when these people go. */
export async function givenUp(ctx: Ctx, members: readonly Member[], departmentId: number) {
  const { departments: all } = await organisation(ctx.tx)
  return new Map(
    members
      .filter(
        (member) =>
          member.departmentId !== departmentId &&
          all.get(member.departmentId)?.headId === member.id,
      )
      .map((member) => [member.departmentId, { headId: null }]),
  )
}

/** The people whom ids name, as far as they are still there. */
export const activePeople = (ctx: Ctx, ids: readonly number[]) =>
  ctx.tx
    .select({
      id: people.id,
      name: people.name,
      departmentId: people.departmentId,
      level: people.level,
    })
    .from(people)
    .where(and(inArray(people.id, [...ids]), sql`${people.disabledAt} is null`))
