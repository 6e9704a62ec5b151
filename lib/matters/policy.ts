import { matters } from "@/db/schema/matters"
import { type Reader, visible } from "@/lib/platform/access"
import {
  type Actor,
  atLeast,
  isPerson,
  levelOn,
  type PersonActor,
  sees,
} from "@/lib/platform/actor"
import type { Matter, MatterPart } from "./matter"
import type { MatterState } from "./order"

export const canSee = (actor: Actor, matter: Matter): boolean => sees(actor, matter)

/** The same as `canSee`, as a condition on the table `matters`. */
export const visibleTo = (reader: Reader) => visible(reader, "matter", matters.id)

/** 仅查看 creates nothing; a head always may (decision 2). */
export const canCreate = (actor: PersonActor): boolean =>
  atLeast(actor.level, "edit") || actor.leads.size > 0

/** Its creator, its owner, and whoever is an administrator in a department concerned. */
export const canEdit = (actor: Actor, matter: Matter): boolean => {
  const level = levelOn(actor, matter)
  const own =
    isPerson(actor) && (matter.creatorId === actor.personId || matter.ownerId === actor.personId)
  return atLeast(level, "admin") || (own && atLeast(level, "edit"))
}

/**
 * Its state: whoever may edit it, and the owner at any level. Who answers for a department's part
 * may say that it is blocked, and that it goes on.
 */
export const canMove = (actor: Actor, matter: Matter, state: MatterState): boolean => {
  if (!canSee(actor, matter)) return false
  if (canEdit(actor, matter)) return true
  if (!isPerson(actor)) return false
  if (matter.ownerId === actor.personId) return true
  const answers = matter.parts.some((part) => part.ownerId === actor.personId)
  return answers && (state === "blocked" || state === "doing")
}

/** 部门确认: who answers for the part, and the heads of its department. */
export const canConfirm = (actor: Actor, matter: Matter, part: MatterPart): boolean =>
  isPerson(actor) &&
  canSee(actor, matter) &&
  (part.ownerId === actor.personId || actor.leads.has(part.departmentId))

/** 催办 is for those who wait: whoever may edit it, except from themselves. */
export const canNudge = (actor: Actor, matter: Matter, part: MatterPart): boolean =>
  isPerson(actor) &&
  part.confirmedAt === null &&
  part.ownerId !== actor.personId &&
  (canEdit(actor, matter) || matter.ownerId === actor.personId)

export const canComment = canSee

/** Members of a department at edit level, and heads above it, may register and add tasks for it. */
export const canHome = (actor: PersonActor, departmentId: number): boolean =>
  atLeast(actor.principals.get(`department:${departmentId}`) ?? null, "edit")

/** Changing the label takes the matter from people: for its creator and administrators. */
export const canRelabel = (actor: Actor, matter: Matter): boolean =>
  (isPerson(actor) && matter.creatorId === actor.personId) ||
  atLeast(levelOn(actor, matter), "admin")
