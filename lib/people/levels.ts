import { and, eq, sql } from "drizzle-orm"
import { people } from "@/db/schema/people"
import type { Level, PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { organisationChanged } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"

interface Member {
  id: number
  departmentId: number
  level: Level
}

/** A head gives levels in the own departments and those below, to anybody but themselves (G1.2). */
export const canSetLevel = (
  actor: PersonActor,
  person: Pick<Member, "id" | "departmentId">,
): boolean => actor.leads.has(person.departmentId) && person.id !== actor.personId

/** @throws Refusal when somebody changed the level meanwhile */
export async function setLevel(ctx: Ctx, person: Member, level: Level, reason = ""): Promise<void> {
  if (person.level === level) return
  const [row] = await ctx.tx
    .update(people)
    .set({ level, version: sql`${people.version} + 1` })
    .where(and(eq(people.id, person.id), eq(people.level, person.level)))
    .returning({ id: people.id })
  if (!row) refuse("conflict")
  await organisationChanged(ctx)
  emit(ctx, {
    type: "person.levelled",
    recordId: person.id,
    data: { personIds: [person.id], before: person.level, after: level, ...(reason && { reason }) },
    // The rights to manage others: worth a second look.
    needsReview: level === "admin",
  })
}

export interface LevelChange {
  id: number
  /** What the form showed: whoever saves later must not undo what came between. */
  was: Level
  level: Level
}

/** Levels of several people at once, all or none. */
export async function setLevels(
  ctx: Ctx,
  members: readonly Member[],
  changes: readonly LevelChange[],
  reason: string,
): Promise<void> {
  const wanted = new Map(changes.map((change) => [change.id, change]))
  for (const member of members) {
    const change = wanted.get(member.id)
    if (change) await setLevel(ctx, { ...member, level: change.was }, change.level, reason)
  }
}
