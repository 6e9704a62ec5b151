import { eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { guestInvitations } from "@/db/schema/guests"
import { ticketKinds } from "@/db/schema/tickets"
import { addDays, dayIn } from "@/lib/calendar/zones"
import { findClient } from "@/lib/clients/client"
import { newInvitation } from "@/lib/guests/inputs"
import { invite } from "@/lib/guests/inviting"
import type { GuestActor, PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { guestOfInvitation } from "@/lib/platform/guest-session"
import { write } from "@/lib/platform/write"
import type { Priority } from "@/lib/tickets/clock"
import { createAsClient, createTicket } from "@/lib/tickets/creating"
import { numberLock } from "@/lib/tickets/numbers"
import { findTicket, type Ticket } from "@/lib/tickets/ticket"
import { findPage, type TicketPage } from "@/lib/tickets/ticket-page"
import { as } from "./personas"

/** A change by a colleague of the sample company, at a moment. */
export async function doing<T>(
  who: string,
  run: (ctx: Ctx & { actor: PersonActor }) => Promise<T>,
  now = new Date(),
): Promise<T> {
  const actor = await as(who)
  return write(actor, (ctx) => run(Object.assign(ctx, { actor })), { now, lock: numberLock })
}

/** The same by a guest. */
export const outside = <T>(
  actor: GuestActor,
  run: (ctx: Ctx & { actor: GuestActor }) => Promise<T>,
  now = new Date(),
): Promise<T> =>
  write(actor, (ctx) => run(Object.assign(ctx, { actor })), { now, lock: numberLock })

export async function kindNamed(name: string): Promise<number> {
  const [row] = await db().select().from(ticketKinds).where(eq(ticketKinds.name, name))
  if (!row) throw new Error(`there is no kind ${name}`)
  return row.id
}

export async function clientNamed(name: string) {
  const [row] = await db().select().from(clients).where(eq(clients.shortName, name))
  const client = row && (await findClient(db(), row.id))
  if (!client) throw new Error(`there is no client ${name}`)
  return client
}

interface Wanted {
  by?: string
  client?: string
  kind?: string
  priority?: Priority
  title?: string
  now?: Date
}

const content = async ({
  kind = "售后问题",
  priority = "medium",
  title = "列表打不开",
}: Wanted) => ({
  ...{ kindId: await kindNamed(kind), priority, title, body: "从今早起一直转圈。" },
  fileIds: [],
})

/** A ticket that a colleague writes down for a client. @returns its number */
export async function aTicket(wanted: Wanted = {}): Promise<number> {
  const client = await clientNamed(wanted.client ?? "远山科技")
  const fields = { ...(await content(wanted)), contactName: "顾北" }
  return doing(wanted.by ?? "梁音", (ctx) => createTicket(ctx, client, fields), wanted.now)
}

/** One that a guest hands in. */
export async function handedIn(guest: GuestActor, wanted: Wanted = {}): Promise<number> {
  const client = await clientNamed(wanted.client ?? "远山科技")
  const fields = await content(wanted)
  return outside(guest, (ctx) => createAsClient(ctx, client, fields), wanted.now)
}

/** A guest who was let in to something: `ticket_desk:7:talk`. */
export async function aGuest(
  by: string,
  scope: string,
  more: { name?: string; email?: string; code?: "on" } = {},
): Promise<GuestActor> {
  const until = addDays(dayIn("Asia/Shanghai", new Date()), 20)
  const { name = "顾北", email = "", code } = more
  const input = newInvitation.parse({
    ...{ name, email, code, organisation: "远山科技", purpose: "工单", until, scopes: [scope] },
  })
  const { id } = await doing(by, (ctx) => invite(ctx, input))
  const guest = await guestOfInvitation(db(), id)
  if (!guest) throw new Error("the invitation isn't in force")
  return guest
}

/** A guest of the sample company. */
export async function guestNamed(name: string): Promise<GuestActor> {
  const [row] = await db()
    .select({ id: guestInvitations.id })
    .from(guestInvitations)
    .where(eq(guestInvitations.name, name))
  const guest = row && (await guestOfInvitation(db(), row.id))
  if (!guest) throw new Error(`no guest is called ${name}`)
  return guest
}

export async function ticketOf(id: number): Promise<Ticket> {
  const ticket = await findTicket(db(), id)
  if (!ticket) throw new Error(`there is no ticket ${id}`)
  return ticket
}

export async function pageOf(id: number): Promise<TicketPage> {
  const page = await findPage(db(), id)
  if (!page) throw new Error(`there is no ticket ${id}`)
  return page
}
