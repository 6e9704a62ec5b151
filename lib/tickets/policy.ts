import { tickets } from "@/db/schema/tickets"
import { type Reader, visible } from "@/lib/platform/access"
import {
  type Actor,
  atLeast,
  hasDuty,
  isPerson,
  levelOn,
  type PersonActor,
  sees,
} from "@/lib/platform/actor"
import { isOpen } from "./order"
import type { Ticket } from "./ticket"

/** A ticket as the company has it is no guest's, whatever they hold: theirs is `ticket_page`. */
export const canSee = (actor: Actor, ticket: Pick<Ticket, "grants" | "sensitivityId">): boolean =>
  actor.kind !== "guest" && sees(actor, ticket)

/** The same as `canSee`, as a condition on the table `tickets`. */
export const visibleTo = (reader: Reader) => visible(reader, "ticket", tickets.id)

/** 仅查看 creates nothing; a head always may (decision 2). */
export const canCreate = (actor: PersonActor): boolean =>
  atLeast(actor.level, "edit") || actor.leads.size > 0

/** Answers, moves, passes on: its owner at any level, else editors among those who see it. */
export const canWork = (actor: Actor, ticket: Ticket): boolean =>
  isPerson(actor) &&
  canSee(actor, ticket) &&
  (ticket.ownerId === actor.personId || atLeast(levelOn(actor, ticket), "edit"))

/** What is closed is read, and spoken of among colleagues. */
export const canReply = (actor: Actor, ticket: Ticket): boolean =>
  ticket.state !== "closed" && canWork(actor, ticket)

/** 内部备注 is for everybody inside who sees it. */
export const canNote = (actor: Actor, ticket: Ticket): boolean =>
  isPerson(actor) && canSee(actor, ticket)

/** Whoever works in its department takes it over. */
export const canTake = (actor: Actor, ticket: Ticket): boolean =>
  isOpen(ticket.state) &&
  canWork(actor, ticket) &&
  isPerson(actor) &&
  ticket.ownerId !== actor.personId &&
  actor.principals.has(`department:${ticket.departmentId}`)

/** Whom it goes to, or which kind it is of: whoever works on it, while it is open. */
export const canPass = (actor: Actor, ticket: Ticket): boolean =>
  isOpen(ticket.state) && canWork(actor, ticket)

/** The table of kinds is the company's: 平台管理. */
export const canRule = (actor: Actor): boolean => hasDuty(actor, "platform")

/** 常用答复: editors of the department, and its heads. */
export const canWriteAnswers = (actor: PersonActor, departmentId: number): boolean =>
  atLeast(actor.principals.get(`department:${departmentId}`) ?? null, "edit")
