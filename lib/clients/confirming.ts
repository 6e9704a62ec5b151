import { and, eq, isNull } from "drizzle-orm"
import { clientHandovers, clients } from "@/db/schema/clients"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import { type Client, type Handover, seenClient } from "./client"
import { moveClients } from "./moving"
import { canHandOver } from "./policy"
import { settleNeeds } from "./settling"

type Own = Ctx & { actor: PersonActor }
export type HandoverAnswer = "confirm" | "decline" | "withdraw"

export interface SeenHandover {
  client: Client
  handover: Handover
}

/** For actions: what is under way for a client that is the actor's to see. */
export async function seenHandover(
  ctx: Ctx,
  input: { id: number; handover: number },
): Promise<SeenHandover | null> {
  const client = await seenClient(ctx, input)
  const handover = client?.handover
  return client && handover?.id === input.handover ? { client, handover } : null
}

/** Each confirms their own side; whoever asked, and whoever could have, may take it back. */
export function canAnswer(
  actor: PersonActor,
  { client, handover }: SeenHandover,
  answer: HandoverAnswer,
): boolean {
  const { fromId, toId, askedById, fromConfirmedAt, toConfirmedAt } = handover
  const me = actor.personId
  if (answer === "withdraw") return askedById === me || canHandOver(actor, client)
  return (me === fromId && !fromConfirmedAt) || (me === toId && !toConfirmedAt)
}

export async function answerHandover(
  ctx: Own,
  { handover }: SeenHandover,
  answer: HandoverAnswer,
): Promise<void> {
  if (answer !== "confirm") return end(ctx, handover, answer)
  const side = ctx.actor.personId === handover.fromId ? "fromConfirmedAt" : "toConfirmedAt"
  const [row] = await ctx.tx
    .update(clientHandovers)
    .set({ [side]: ctx.now })
    .where(and(eq(clientHandovers.id, handover.id), isNull(clientHandovers.outcome)))
    .returning()
  if (!row) return refuse("conflict")
  const type = "client.handover_confirmed"
  const ids = await clientsIn(ctx, row.id)
  await settleNeeds(ctx, ids, [ctx.actor.personId], row.id)
  for (const [nth, id] of ids.entries())
    emit(ctx, { type, recordId: id, data: { handoverId: row.id, first: nth === 0 } })
  if (row.fromConfirmedAt && row.toConfirmedAt) await completeHandover(ctx, row)
}

const clientsIn = async (ctx: Ctx, handoverId: number): Promise<number[]> => {
  const rows = await ctx.tx
    .select({ id: clients.id })
    .from(clients)
    .where(eq(clients.handoverId, handoverId))
    .orderBy(clients.id)
  return rows.map(({ id }) => id)
}

const told = ({ fromId, toId, askedById }: Handover) => [...new Set([fromId, toId, askedById])]

/** Both have confirmed: everything that is open moves. */
export async function completeHandover(ctx: Ctx, handover: Handover): Promise<void> {
  const ids = await clientsIn(ctx, handover.id)
  await ctx.tx
    .update(clientHandovers)
    .set({ outcome: "taken", endedAt: ctx.now })
    .where(eq(clientHandovers.id, handover.id))
  const said = { handoverId: handover.id, count: ids.length, told: told(handover) }
  await moveClients(ctx, ids, { from: handover.fromId, to: handover.toId }, said)
}

/** Who leaves takes nothing over: what they were asked for goes back, and both sides hear of it. */
export async function successorLeft(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  const open = await ctx.tx
    .select()
    .from(clientHandovers)
    .where(and(eq(clientHandovers.toId, recordId), isNull(clientHandovers.outcome)))
    .orderBy(clientHandovers.id)
  for (const handover of open) await end(ctx, handover, "withdraw")
}

async function end(ctx: Ctx, handover: Handover, answer: "decline" | "withdraw"): Promise<void> {
  const ids = await clientsIn(ctx, handover.id)
  const outcome = answer === "decline" ? "declined" : "withdrawn"
  await ctx.tx
    .update(clientHandovers)
    .set({ outcome, endedAt: ctx.now })
    .where(eq(clientHandovers.id, handover.id))
  await ctx.tx
    .update(clients)
    .set({ handoverId: null, updatedAt: ctx.now })
    .where(eq(clients.handoverId, handover.id))
  await settleNeeds(ctx, ids, told(handover))
  for (const [nth, id] of ids.entries())
    emit(ctx, {
      type: `client.handover_${outcome}`,
      recordId: id,
      data: { handoverId: handover.id, first: nth === 0, told: told(handover) },
    })
}
