import { and, eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { clients } from "@/db/schema/clients"
import { guestScopes } from "@/db/schema/guests"
import { departments, people } from "@/db/schema/people"
import { tickets } from "@/db/schema/tickets"
import { momentsAround } from "@/lib/calendar/working-days"
import { findClient } from "@/lib/clients/client"
import type { Actor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { guestOfInvitation } from "@/lib/platform/guest-session"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { personStep, systemStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { addAnswer } from "./canned"
import { saveKind } from "./kinds"
import { type SampleTicket, sampleTickets } from "./sample/reading"
import { sampleAnswers, sampleKinds } from "./sample/rules"
import { act, handIn, writeDown } from "./seed-deeds"
import { sweepSome } from "./sweeping"

/** The rules are older than the first ticket. */
const began = -45
/** Twice a working day the portal looks at what is due, as it does all the time. */
const looks = ["12:05", "18:05"]

/**
 * The sample company's tickets with their past: handed in by clients through their links or written
 * down by whoever is responsible for them, answered by whose turn it was.
 */
export async function ticketSteps(now: Date, timeZone: string): Promise<PastChange[]> {
  const at = momentsAround(timeZone, now)
  const sweeps = Array.from({ length: -began }, (_, day) => began + day).flatMap((day) =>
    looks.map((clock) => systemStep(at(day, clock), "tickets.sweep", sweepSome)),
  )
  const told = sampleTickets().flatMap((ticket) => [
    opening(at(ticket.at.days, ticket.at.clock), ticket),
    ...ticket.steps.map(({ at: moment, deed }) => ({
      at: at(moment.days, moment.clock),
      by: (tx: Db) => doerOf(tx, ticket, deed.does),
      does: async (ctx: Ctx) => act(ctx, await idOf(ctx.tx, ticket), deed),
    })),
  ])
  return [...(await ruleSteps(at(began, "09:30"))), ...sweeps, ...told].filter(
    (step) => step.at <= now,
  )
}

async function ruleSteps(at: Date): Promise<PastChange[]> {
  return [
    personStep(
      at,
      (tx) => personNamed(tx, "段立"),
      async (ctx) => {
        for (const { department, ...names } of sampleKinds)
          await saveKind(ctx, undefined, {
            ...names,
            department: await departmentNamed(ctx.tx, department),
          })
      },
    ),
    personStep(
      at,
      (tx) => personNamed(tx, "安然"),
      async (ctx) => {
        for (const answer of sampleAnswers)
          await addAnswer(ctx, { ...answer, department: ctx.actor.departmentId })
      },
    ),
  ]
}

const opening = (at: Date, ticket: SampleTicket): PastChange => ({
  at,
  by: async (tx) => (await guestFor(tx, ticket)) ?? (await clientOwner(tx, ticket)),
  does: async (ctx) => {
    const client = await findClient(ctx.tx, await clientNamed(ctx.tx, ticket))
    if (!client) return refuse("not_found")
    return ctx.actor.kind === "guest" ? handIn(ctx, client, ticket) : writeDown(ctx, client, ticket)
  },
})

/** Who does it: the client's people what is theirs, whoever has it the rest. */
async function doerOf(tx: Db, ticket: SampleTicket, does: string): Promise<Actor> {
  const outside = does === "write" || does === "deny" || does === "confirm"
  const guest = outside ? await guestFor(tx, ticket) : null
  if (guest) return guest
  const [row] = await tx
    .select({ ownerId: tickets.ownerId })
    .from(tickets)
    .where(eq(tickets.title, ticket.title))
  return (await personOf(tx, row?.ownerId ?? 0)) ?? refuse("not_found")
}

/** The guest who hands in tickets of the client, if one was let in by then. */
async function guestFor(tx: Db, ticket: SampleTicket) {
  const desk = eq(guestScopes.kind, "ticket_desk")
  const [row] = await tx
    .select({ id: guestScopes.invitationId })
    .from(guestScopes)
    .where(and(desk, eq(guestScopes.recordId, await clientNamed(tx, ticket))))
  return row ? guestOfInvitation(tx, row.id) : null
}

async function clientOwner(tx: Db, ticket: SampleTicket): Promise<Actor> {
  const [row] = await tx
    .select({ id: clients.ownerId })
    .from(clients)
    .where(eq(clients.name, ticket.client))
  return (await personOf(tx, row?.id ?? 0)) ?? refuse("not_found")
}

async function clientNamed(tx: Db, { client }: SampleTicket): Promise<number> {
  const [row] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.name, client))
  return row?.id ?? refuse("not_found", { values: { client } })
}

async function idOf(tx: Db, { title }: SampleTicket): Promise<number> {
  const [row] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.title, title))
  return row?.id ?? refuse("not_found", { values: { title } })
}

async function departmentNamed(tx: Db, name: string): Promise<number> {
  const [row] = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(eq(departments.name, name))
  return row?.id ?? refuse("not_found", { values: { name } })
}

const personOf = async (tx: Db, id: number) => (await actorsOf(tx, [id]))[0] ?? null

async function personNamed(tx: Db, name: string) {
  const [row] = await tx.select({ id: people.id }).from(people).where(eq(people.name, name))
  return (await personOf(tx, row?.id ?? 0)) ?? refuse("not_found", { values: { name } })
}
