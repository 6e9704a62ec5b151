import { eq } from "drizzle-orm"
import { ticketKinds } from "@/db/schema/tickets"
import type { Client } from "@/lib/clients/client"
import { isGuest, isPerson } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { createTask } from "@/lib/tasks/creating"
import { confirmSolved, denySolved, rateTicket } from "./client-answering"
import { createAsClient, createTicket } from "./creating"
import { findDesk, guestHandsIn } from "./desk"
import { askClient, solveForClient } from "./moving"
import { canCreate, canNote, canReply } from "./policy"
import { replyAsClient, replyToClient } from "./replying"
import type { Deed, SampleTicket } from "./sample/reading"
import { findTicket } from "./ticket"
import { findPage, guestWrites } from "./ticket-page"

const require = (may: boolean): void => {
  if (!may) refuse("forbidden")
}

async function contentOf(ctx: Ctx, { kind, priority, title, body }: SampleTicket) {
  const [row] = await ctx.tx.select().from(ticketKinds).where(eq(ticketKinds.name, kind))
  return { kindId: row?.id ?? refuse("not_found"), priority, title, body, fileIds: [] }
}

/** Handed in by the client's guest. */
export async function handIn(ctx: Ctx, client: Client, ticket: SampleTicket) {
  const { actor } = ctx
  const desk = await findDesk(ctx.tx, client.id)
  if (!isGuest(actor) || !desk || !guestHandsIn(actor, desk)) return refuse("forbidden")
  return createAsClient(Object.assign(ctx, { actor }), client, await contentOf(ctx, ticket))
}

/** Written down by whoever is responsible for the client. */
export async function writeDown(ctx: Ctx, client: Client, ticket: SampleTicket) {
  const { actor } = ctx
  if (!isPerson(actor) || !canCreate(actor)) return refuse("forbidden")
  const contactName = client.contacts[0]?.name ?? ""
  const content = { ...(await contentOf(ctx, ticket)), contactName }
  return createTicket(Object.assign(ctx, { actor }), client, content)
}

/** One step of a story, by the same verbs and permissions as at a desk. */
export const act = (ctx: Ctx, id: number, deed: Deed): Promise<unknown> =>
  isGuest(ctx.actor) ? actOutside(ctx, id, deed) : actInside(ctx, id, deed)

async function actOutside(ctx: Ctx, id: number, deed: Deed): Promise<void> {
  const { actor } = ctx
  const page = await findPage(ctx.tx, id)
  if (!isGuest(actor) || !page || !guestWrites(actor, page)) return refuse("forbidden")
  const own = Object.assign(ctx, { actor })
  if (deed.does === "write") await replyAsClient(own, page, { body: deed.text, fileIds: [] })
  if (deed.does === "deny") await denySolved(own, page, deed.text)
  if (deed.does !== "confirm") return
  await confirmSolved(own, page)
  if (deed.rating !== null) await rateTicket(own, page, { rating: deed.rating, words: deed.text })
}

async function actInside(ctx: Ctx, id: number, deed: Deed): Promise<unknown> {
  const { actor } = ctx
  const ticket = await findTicket(ctx.tx, id)
  if (!isPerson(actor) || !ticket) return refuse("forbidden")
  const own = Object.assign(ctx, { actor })
  const words = { body: deed.text, fileIds: [] }
  if (deed.does === "note") {
    require(canNote(actor, ticket))
    return comment(own, "ticket", id, deed.text)
  }
  require(canReply(actor, ticket))
  if (deed.does === "ask") return askClient(own, ticket, words)
  if (deed.does === "confirm") return solveForClient(own, ticket)
  if (deed.does === "reply") return replyToClient(own, ticket, words)
  return createTask(own, {
    ...{ name: deed.text, description: "", risk: "", priority: "medium" },
    ...{ coworkerIds: [], startAt: null, departmentId: null, sensitivityId: null },
    ...{ ownerId: actor.personId, dueAt: new Date(ctx.now.getTime() + 5 * 24 * 3600 * 1000) },
    source: { kind: "ticket", id },
  })
}
