import { type Actor, hasDuty, isPerson, type PersonActor, sees } from "@/lib/platform/actor"
import { type OutwardRequest, stateOf } from "./request"

/** A guest never sees what was stopped on its way to them. */
export const canSee = (actor: Actor, request: OutwardRequest): boolean =>
  actor.kind !== "guest" && sees(actor, request)

/** Cleared to let out what is sensitive: 平台管理, and who leads a department. */
export const isCleared = (actor: PersonActor): boolean =>
  hasDuty(actor, "platform") || actor.leads.size > 0

const isAuthor = (actor: Actor, { authorId }: OutwardRequest): boolean =>
  isPerson(actor) && actor.personId === authorId

/** Whoever sees it and is cleared at this moment; never its author. */
export const canDecide = (actor: Actor, request: OutwardRequest): boolean =>
  isPerson(actor) &&
  canSee(actor, request) &&
  isCleared(actor) &&
  !isAuthor(actor, request) &&
  stateOf(request) === "waiting"

/** Its author takes it back while nobody has decided. */
export const canWithdraw = (actor: Actor, request: OutwardRequest): boolean =>
  canSee(actor, request) && isAuthor(actor, request) && stateOf(request) === "waiting"
