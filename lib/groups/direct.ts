import { eq } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { insertGroup } from "./creating"
import { putMembers, requireActive } from "./joining"

/** People in one private conversation; more make a group. */
export const mostInDirect = 20

/**
 * The private chat of the actor and somebody, the one that there is of them or a new one; with
 * more people a new conversation each time.
 * @throws Refusal at `field` when somebody named has left, is the actor alone, or they are too many
 */
export async function openDirect(
  ctx: Ctx & { actor: PersonActor },
  personIds: readonly number[],
  field = "people",
): Promise<number> {
  const own = ctx.actor.personId
  const others = [...new Set(personIds)].filter((id) => id !== own)
  if (others.length === 0) refuse("invalid", { fields: { [field]: "groups.error.alone" } })
  if (others.length >= mostInDirect)
    refuse("invalid", {
      fields: { [field]: "groups.error.tooMany" },
      values: { most: mostInDirect },
    })
  await requireActive(ctx, others, field)
  const all = [own, ...others].toSorted((a, b) => a - b)
  const directKey = all.length === 2 ? all.join("-") : null
  const known = directKey === null ? null : await withKey(ctx, directKey)
  if (known !== null) return known
  const made = await insertGroup(ctx, { kind: "direct", directKey, createdById: own })
  // Somebody was faster by a moment: theirs is the one.
  if (!made) return (directKey && (await withKey(ctx, directKey))) || refuse("conflict")
  await putMembers(ctx, made, all)
  emit(ctx, {
    type: "group.created",
    recordId: made.id,
    data: { kind: made.kind, personIds: all },
  })
  return made.id
}

async function withKey(ctx: Ctx, directKey: string): Promise<number | null> {
  const [row] = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(eq(groups.directKey, directKey))
  return row?.id ?? null
}
