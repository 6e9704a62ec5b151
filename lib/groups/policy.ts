import {
  type Actor,
  atLeast,
  guestMay,
  hasDuty,
  isPerson,
  levelOn,
  type PersonActor,
  sees,
} from "@/lib/platform/actor"
import { type Group, openedAs } from "./group"
import type { GroupFields } from "./inputs"

export const canSee = (actor: Actor, group: Group): boolean => sees(actor, group)

/** Everybody in a group may send and answer messages, also at 仅查看 (decision 2). */
export const canPost = (actor: Actor, group: Group): boolean =>
  isPerson(actor) && canSee(actor, group) && group.archivedAt === null

/** Members, announcement, roles: for the group's managers. Nobody manages a private chat. */
export const canManage = (actor: Actor, group: Group): boolean =>
  group.kind !== "direct" &&
  isPerson(actor) &&
  actor.principals.get(`group:${group.id}`) === "admin" &&
  atLeast(levelOn(actor, group), "admin")

/** What is put away rests until it is opened again. */
export const canChange = (actor: Actor, group: Group): boolean =>
  canManage(actor, group) && group.archivedAt === null

/** 仅查看 creates nothing; a head always may (decision 2). */
export const canCreate = (actor: PersonActor): boolean =>
  atLeast(actor.level, "edit") || actor.leads.size > 0

/** A department's group is made by its head, the heads above, or 平台管理. */
export const canCreateFor = (actor: PersonActor, departmentId: number): boolean =>
  actor.leads.has(departmentId) || hasDuty(actor, "platform")

/** The form's kind and department decide. */
export const canMake = (actor: PersonActor, { kind, department }: GroupFields): boolean =>
  kind === "department" && department !== null ? canCreateFor(actor, department) : canCreate(actor)

/** Who came with the department goes with it; a chat of two ends for nobody. */
export const canLeave = (actor: Actor, group: Group): boolean =>
  isPerson(actor) && canSee(actor, group) && !(group.kind === "direct" && group.directKey !== null)

/** 外部邀请: whoever may edit in the group, while it is in use and of a kind that is opened at all. */
export const canInviteGuest = (actor: PersonActor, group: Group): boolean =>
  openedAs[group.kind].length > 0 &&
  group.archivedAt === null &&
  atLeast(levelOn(actor, group), "edit")

/** A guest writes, where they were let in to talk. */
export const canGuestPost = (actor: Actor, group: Group): boolean =>
  canSee(actor, group) && group.archivedAt === null && guestMay(actor, "group", group.id, "talk")

export const canGuestUpload = (actor: Actor, group: Group): boolean =>
  canSee(actor, group) && group.archivedAt === null && guestMay(actor, "group", group.id, "upload")

/** Administrators see that a group exists, its members and its dates; never what is said there. */
export const canOversee = (actor: Actor): boolean => hasDuty(actor, "platform")
