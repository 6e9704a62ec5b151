import { tasks } from "@/db/schema/tasks"
import { type Reader, visible } from "@/lib/platform/access"
import {
  type Actor,
  atLeast,
  isPerson,
  levelOn,
  type PersonActor,
  sees,
} from "@/lib/platform/actor"
import type { Task } from "./task"

export const canSee = (actor: Actor, task: Task): boolean => sees(actor, task)

/** The same as `canSee`, as a condition on the table `tasks`. */
export const visibleTo = (reader: Reader) => visible(reader, "task", tasks.id)

/** 仅查看 creates nothing; a head always may (decision 2). */
export const canCreate = (actor: PersonActor): boolean =>
  atLeast(actor.level, "edit") || actor.leads.size > 0

export const canEdit = (actor: Actor, task: Task): boolean => atLeast(levelOn(actor, task), "edit")

/** Progress and state: the owner and co-workers whatever their level, and whoever may edit. */
export const canReport = (actor: Actor, task: Task): boolean =>
  canSee(actor, task) && (canEdit(actor, task) || takesPart(actor, task))

/**
 * Taking a task out of its home, or changing its label, takes it from people: for its creator and
 * for administrators of the home. One without a home is anybody's who may edit it to put somewhere.
 */
export const canMove = (actor: Actor, task: Task): boolean =>
  (task.departmentId === null && task.groupId === null && task.sensitivityId === null) ||
  (isPerson(actor) && task.creatorId === actor.personId) ||
  atLeast(levelOn(actor, task), "admin")

/** Whoever sees a task and can't change it may ask for it. */
export const canRequest = (actor: Actor, task: Task): boolean =>
  canSee(actor, task) && !canEdit(actor, task)

/** What is asked of a task is settled by its owner, and by whoever may edit it. */
export const canAnswer = (actor: Actor, task: Task): boolean =>
  canSee(actor, task) &&
  (canEdit(actor, task) || (isPerson(actor) && task.ownerId === actor.personId))

/** 催办 is answered by whoever owes it, at any level: a new time stands with its reason. */
export const canAnswerNudge = (actor: Actor, task: Task): boolean =>
  canSee(actor, task) && isPerson(actor) && task.ownerId === actor.personId

/** Whoever sees a task can help with it, except its owner, who asked. */
export const canSupport = (actor: Actor, task: Task): boolean =>
  canSee(actor, task) && isPerson(actor) && task.ownerId !== actor.personId

export const canComment = canSee

const takesPart = (actor: Actor, task: Task): boolean =>
  isPerson(actor) && (task.ownerId === actor.personId || task.coworkerIds.includes(actor.personId))

/** May this actor put a task into that department? Members at edit level and heads above. */
export function canHome(actor: PersonActor, departmentId: number): boolean {
  const level = actor.principals.get(`department:${departmentId}`) ?? null
  return atLeast(level, "edit")
}

/** Out of a file a platform administrator puts work into every department: the company's own lists. */
export const canImportTo = (actor: PersonActor, departmentId: number): boolean =>
  canHome(actor, departmentId) || actor.duties.has("platform")

/** May this actor put a task into that group's work? Its members at edit level, and its managers. */
export function canGroup(actor: PersonActor, groupId: number): boolean {
  const level = actor.principals.get(`group:${groupId}`) ?? null
  return atLeast(level, "edit")
}

/** A label can be put on by whoever is cleared for it, so that nobody hides a task from themselves. */
export const canLabel = (actor: PersonActor, sensitivityId: number): boolean =>
  actor.clearances.has(sensitivityId)
