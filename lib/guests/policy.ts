import {
  type Actor,
  atLeast,
  hasDuty,
  isPerson,
  type PersonActor,
  sees,
} from "@/lib/platform/actor"
import type { ApprovalRow, Invitation } from "./invitation"
import { stateOf } from "./states"

/** A guest never sees who decides about them. */
export const canSee = (actor: Actor, invitation: Invitation): boolean =>
  actor.kind !== "guest" && sees(actor, invitation)

/** 仅查看 invites nobody; a head always may (decision 2). For each thing its kind decides besides. */
export const canInvite = (actor: PersonActor): boolean =>
  atLeast(actor.level, "edit") || actor.leads.size > 0

const isInviter = (actor: Actor, { inviterId }: Invitation): boolean =>
  isPerson(actor) && actor.personId === inviterId

/** Longer, another link: who invited, or 平台管理. */
export const canManage = (actor: Actor, invitation: Invitation): boolean =>
  canSee(actor, invitation) && (isInviter(actor, invitation) || hasDuty(actor, "platform"))

/** Ended by whoever answers for anything that it opens, too. */
export const canRevoke = (actor: Actor, invitation: Invitation): boolean =>
  isPerson(actor) && canSee(actor, invitation)

/** The head who was asked, who leads that department now, or 平台管理; never who asked. */
export const canDecide = (
  actor: Actor,
  invitation: Invitation,
  approval: ApprovalRow,
  now: Date,
): boolean =>
  isPerson(actor) &&
  !isInviter(actor, invitation) &&
  stateOf(invitation, now) === "waiting" &&
  approval.decidedAt === null &&
  (actor.personId === approval.headId ||
    actor.leads.has(approval.departmentId) ||
    hasDuty(actor, "platform"))

/** Takes over what a leaver left: 平台管理, and who answers for something that it opens. */
export const canTakeOver = (actor: Actor, invitation: Invitation, now: Date): boolean =>
  isPerson(actor) &&
  canSee(actor, invitation) &&
  atLeast(actor.level, "edit") &&
  stateOf(invitation, now) === "suspended"
