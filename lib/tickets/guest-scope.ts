import type { Db } from "@/db/database"
import { atLeast, levelOn, type PersonActor } from "@/lib/platform/actor"
import type { GuestScoped } from "@/lib/platform/guest-scoped"
import { ticketsToOpen } from "./choices"
import { isOpen } from "./order"
import { stoodReplies } from "./stood-replies"
import { findTicket } from "./ticket"
import type { TicketPage } from "./ticket-page"

/** One ticket for a guest: to follow, or to write on as well. */
export const pageScope: GuestScoped<TicketPage> = {
  offers: ({ state }) => (isOpen(state) ? ["view", "talk"] : ["view"]),
  mayInvite,
  owners,
  departments: async (_, { departmentId }) => [departmentId],
  stood: stoodReplies,
  href: (id) => `/g/tickets/${id}`,
  choices: ticketsToOpen,
}

/** Asked of the grants alone: who works on it may show it. */
function mayInvite(actor: PersonActor, page: TicketPage): boolean {
  return atLeast(levelOn(actor, page), "edit")
}

async function owners(on: Db, { id }: TicketPage): Promise<number[]> {
  const ticket = await findTicket(on, id)
  return ticket ? [ticket.ownerId, ticket.client.ownerId].flatMap((one) => one ?? []) : []
}
