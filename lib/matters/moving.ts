import { eq, sql } from "drizzle-orm"
import { matters } from "@/db/schema/matters"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { actorsOf, ancestry, organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { requireCleared } from "@/lib/tasks/labels"
import type { Matter } from "./matter"
import { type MatterState, sortKeyOf } from "./order"
import { settle } from "./settling"

type Own = Ctx & { actor: PersonActor }

const unblocked = {
  support: "",
  supportFromId: null,
  heldUpId: null,
  blockedById: null,
  blockedAt: null,
}

/**
 * Moves a matter to a state. 受阻 says what is needed and from whom: `blockMatter`.
 * @throws Refusal when 受阻 is said without it
 */
export async function moveMatter(ctx: Own, matter: Matter, state: MatterState): Promise<void> {
  if (state === matter.state) return
  if (state === "blocked") return refuse("invalid", { sentence: "matters.error.support" })
  await store(ctx, matter, state, unblocked)
  await settle(ctx, matter, [matter.supportFromId])
  emit(ctx, {
    type: stateEvents[state],
    recordId: matter.id,
    data: { before: matter.state, after: state },
  })
}

const stateEvents = {
  pending: "matter.paused",
  doing: "matter.started",
  done: "matter.completed",
} as const

/**
 * 受阻: what support is needed, and from whom. They see the matter from now on and are asked.
 * @throws Refusal when the person isn't cleared for the matter's label
 */
export async function blockMatter(
  ctx: Own,
  matter: Matter,
  { support, fromId }: { support: string; fromId: number },
): Promise<void> {
  await requireCleared(ctx, matter.sensitivityId, [fromId])
  const heldUpId = await departmentOf(ctx, matter, fromId)
  await store(ctx, matter, "blocked", {
    ...{ support, heldUpId },
    supportFromId: fromId,
    blockedById: ctx.actor.personId,
    blockedAt: ctx.now,
  })
  emit(ctx, {
    type: "matter.blocked",
    recordId: matter.id,
    data: { before: matter.state, after: "blocked", supportFromId: fromId, heldUpId },
  })
}

/** The department concerned that somebody belongs to, the nearest above them. */
async function departmentOf(ctx: Ctx, matter: Matter, personId: number): Promise<number | null> {
  const [person] = await actorsOf(ctx.tx, [personId])
  if (!person) return null
  const concerned = new Set(matter.parts.map((part) => part.departmentId))
  const above = ancestry(await organisation(ctx.tx), person.departmentId)
  return above.find((id) => concerned.has(id)) ?? null
}

type Standstill = Pick<Matter, keyof typeof unblocked>

async function store(ctx: Ctx, matter: Matter, state: MatterState, standstill: Standstill) {
  const doneAt = state === "done" ? ctx.now : null
  await ctx.tx
    .update(matters)
    .set({
      ...standstill,
      ...{ state, doneAt },
      updatedAt: ctx.now,
      sortKey: sortKeyOf({ state, dueAt: matter.dueAt, doneAt }),
      version: sql`${matters.version} + 1`,
    })
    .where(eq(matters.id, matter.id))
}
