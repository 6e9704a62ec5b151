import { tickets } from "@/db/schema/tickets"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import type { Client } from "@/lib/clients/client"
import { type MayGo, notRead, passNow } from "@/lib/outward/passing"
import type { GuestActor, PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { settingsIn } from "@/lib/platform/settings"
import { writeTags } from "@/lib/platform/tagging"
import { nextCheck, type Priority, promisedFrom } from "./clock"
import { requireKind } from "./kinds"
import { leavingAnew, partsOf } from "./leaving"
import { nextNumber } from "./numbers"
import { sortKeyOf } from "./order"
import { sayAsClient, sayToClient } from "./saying"
import { mailClient, sayOpenly } from "./telling"
import { findTicket } from "./ticket"
import { hadTurn, nextInTurn } from "./turn"

export interface NewTicket {
  title: string
  body: string
  kindId: number
  priority: Priority
  contactName: string
  fileIds: readonly number[]
}

interface Maker {
  authorId: number | null
  guestId: number | null
}

/**
 * Written down by a colleague for a client that they may see. On PostgreSQL the caller holds
 * `numberLock`.
 * @param known what it says outside, where that has passed the gate already
 * @throws Refusal when the client is laid aside, and as `passOutward`
 */
export async function createTicket(
  ctx: Ctx & { actor: PersonActor },
  client: Client,
  content: NewTicket,
  known?: MayGo,
): Promise<number> {
  const passed = known ?? (await passNow(ctx, leavingAnew(client, content), {}))
  const made = { ...content, title: partsOf(passed).title }
  const id = await addTicket(ctx, client, made, { authorId: ctx.actor.personId, guestId: null })
  await sayToClient(ctx, { id }, { ...content, passed }, true)
  await begun(ctx, id, passed)
  return id
}

/** Handed in by a guest of the client; the same, and they follow it. */
export async function createAsClient(
  ctx: Ctx & { actor: GuestActor },
  client: Client,
  content: Omit<NewTicket, "contactName">,
): Promise<number> {
  const { guestId, name } = ctx.actor
  const made = { ...content, contactName: name }
  const id = await addTicket(ctx, client, made, { authorId: null, guestId })
  await sayAsClient(ctx, { id }, content, true)
  const ticket = await begun(ctx, id)
  await mailClient(ctx, ticket, "written")
  return id
}

async function addTicket(
  ctx: Ctx,
  client: Client,
  { title, kindId, priority, contactName }: NewTicket,
  maker: Maker,
): Promise<number> {
  if (client.archivedAt) refuse("invalid", { fields: { client: "tickets.error.archived" } })
  const { departmentId } = await requireKind(ctx.tx, kindId)
  const ownerId = await nextInTurn(ctx, departmentId)
  const rules = (await settingsIn(ctx.tx)).tickets
  const due = promisedFrom(await companyCalendar(), rules, priority, ctx.now)
  const fresh = {
    ...{ ...due, passAt: ownerId === null ? null : due.passAt },
    ...{ state: "new" as const, answeredAt: null, solveLateAt: null, endsAt: null },
    ...{ doneAt: null, closedAt: null },
  }
  const id = await nextNumber(ctx)
  await ctx.tx.insert(tickets).values({
    ...{ ...fresh, ...maker, id, title, kindId, priority, contactName, departmentId, ownerId },
    ...{ clientId: client.id, triedIds: [], owedSince: ctx.now, assignedAt: ctx.now },
    ...{ createdAt: ctx.now, updatedAt: ctx.now },
    ...{ checkAt: nextCheck(fresh), sortKey: sortKeyOf(fresh) },
  })
  if (ownerId !== null) await hadTurn(ctx, departmentId, ownerId)
  return id
}

async function begun(ctx: Ctx, id: number, passed: Pick<MayGo, "unread"> = {}) {
  const ticket = (await findTicket(ctx.tx, id)) ?? refuse("not_found")
  const { ownerId, departmentId, title } = ticket
  await writeTags(ctx, "ticket", id, [title, ...ticket.said], true)
  sayOpenly(ctx, ticket, "created", { ownerId, departmentId, ...notRead(passed) })
  return ticket
}
