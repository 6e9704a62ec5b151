import { superiorsOf } from "@/lib/people/superiors"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { findClient } from "./client"

const notice = (category: string, needsYou: boolean, personIds: readonly number[]): Notice => ({
  category: `clients.${category}`,
  needsYou,
  personIds,
})

/** Calendar days late from which the head of whoever owes it hears of it too. */
const tellsHead = 3

/** Whoever owes a next contact is reminded of it. */
export async function toOwing(ctx: Ctx, { data }: NewEvent): Promise<readonly Notice[]> {
  const ownerId = Number(data?.ownerId)
  const [head] = Number(data?.days) >= tellsHead ? await superiorsOf(ctx.tx, ownerId) : []
  return [
    notice("due", true, [ownerId]),
    ...(head === undefined ? [] : [notice("late", false, [head])]),
  ]
}

/** A record is news for the client's owner; whoever owes what follows from it has to do something. */
export async function toResponsible(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  const client = await findClient(ctx.tx, event.recordId)
  if (!client) return []
  const owing = typeof event.data?.ownerId === "number" ? [event.data.ownerId] : []
  const owes = event.type === "client.created" || Boolean(event.data?.nextAt)
  return [notice("assigned", owes, owing), notice("updates", false, [client.ownerId])]
}

/** Whoever a correction makes responsible owes what follows from the record. */
export async function toNewlyOwing(_: Ctx, { data }: NewEvent): Promise<readonly Notice[]> {
  return typeof data?.ownerId === "number" ? [notice("assigned", true, [data.ownerId])] : []
}

/** A handover of many clients is one question: it is asked about the first of them. */
export async function toConfirming(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  if (event.data?.first !== true) return []
  const handover = (await findClient(ctx.tx, event.recordId))?.handover
  if (!handover) return []
  const { fromId, toId, fromConfirmedAt, toConfirmedAt } = handover
  const open = [...(fromConfirmedAt ? [] : [fromId]), ...(toConfirmedAt ? [] : [toId])]
  return [notice("handover", true, open)]
}

/** How it ended is for everybody who was asked, once. */
export async function toHandedOver(_: Ctx, { data }: NewEvent): Promise<readonly Notice[]> {
  if (data?.first !== true || !Array.isArray(data.told)) return []
  return [notice("handover", false, data.told.map(Number))]
}
