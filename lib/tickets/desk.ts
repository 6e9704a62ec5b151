import type { Db } from "@/db/database"
import { findClient } from "@/lib/clients/client"
import { canRecord, canSee as seesClient } from "@/lib/clients/policy"
import { clientsToOpen } from "@/lib/clients/shelf"
import { type Actor, guestMay, isPerson, type PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { GuestScoped } from "@/lib/platform/guest-scoped"

/** Where a client's people hand in tickets: the client itself, and nothing of what is kept about it. */
export interface Desk {
  /** The client's number. */
  id: number
  name: string
  client: NonNullable<Awaited<ReturnType<typeof findClient>>>
  grants: readonly []
  sensitivityId: null
}

export async function findDesk(db: Db, id: number): Promise<Desk | null> {
  const client = Number.isSafeInteger(id) ? await findClient(db, id) : null
  return client && { id, name: client.name, client, grants: [], sensitivityId: null }
}

/** Colleagues who see the client, and guests who were let in to hand in its tickets. */
export const deskSees = (actor: Actor, { id, client }: Desk): boolean =>
  isPerson(actor) ? seesClient(actor, client) : guestMay(actor, "ticket_desk", id, "talk")

/** For guests' actions: the desk that an input names, if they were let in there. */
export async function seenDesk(ctx: Ctx, { desk: id }: { desk: number }): Promise<Desk | null> {
  const desk = await findDesk(ctx.tx, id)
  return desk && deskSees(ctx.actor, desk) ? desk : null
}

/** A client that is laid aside takes no new tickets. */
export const guestHandsIn = (actor: Actor, desk: Desk): boolean =>
  actor.kind === "guest" && deskSees(actor, desk) && desk.client.archivedAt === null

export const deskScope: GuestScoped<Desk> = {
  offers: ({ client }) => (client.archivedAt ? [] : ["talk"]),
  mayInvite: (actor: PersonActor, { client }) =>
    seesClient(actor, client) && canRecord(actor, client),
  owners: async (_, { client }) => [client.ownerId],
  departments: async (_, { client }) => [client.departmentId],
  href: () => "/g/tickets",
  choices: clientsToOpen,
}
