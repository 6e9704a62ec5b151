import { superiorsOf } from "@/lib/people/superiors"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { ancestry, organisation } from "@/lib/platform/organisation"
import { findTicket, type Ticket } from "./ticket"

type Category = "assigned" | "written" | "due" | "late" | "updates"

const notice = (
  category: Category,
  needsYou: boolean,
  ids: readonly (number | null)[],
): Notice => ({
  ...{ category: `tickets.${category}`, needsYou },
  personIds: ids.flatMap((id) => id ?? []),
})

/** The nearest head of the ticket's department who isn't its owner. */
async function headOf(ctx: Ctx, { departmentId, ownerId }: Ticket): Promise<number | null> {
  const org = await organisation(ctx.tx)
  const heads = ancestry(org, departmentId).map((id) => org.departments.get(id)?.headId ?? null)
  return heads.find((id) => id !== null && id !== ownerId) ?? null
}

const about =
  (tell: (ctx: Ctx, ticket: Ticket, event: NewEvent) => Promise<Notice[]> | Notice[]) =>
  async (ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> => {
    const ticket = await findTicket(ctx.tx, event.recordId)
    return ticket ? tell(ctx, ticket, event) : []
  }

/** Whose turn it is has something to do; where it is nobody's, the head has. */
export const toOwner = about(async (ctx, ticket) => [
  notice("assigned", true, [ticket.ownerId ?? (await headOf(ctx, ticket))]),
  notice("updates", false, [ticket.client.ownerId]),
])

/** The client wrote, or said that it isn't solved. */
export const toAnswering = about(async (ctx, ticket) => [
  notice("written", true, [ticket.ownerId ?? (await headOf(ctx, ticket))]),
  notice("updates", false, [ticket.authorId]),
])

/** Time runs out for whoever has it. */
export const toReminded = about((_, ticket) => [notice("due", true, [ticket.ownerId])])

/** It ran out: whoever had it and the head of the department hear, or who stands above them. */
export const toHead = about(async (ctx, ticket, { data }) => {
  const [above] = ticket.ownerId === null ? [] : await superiorsOf(ctx.tx, ticket.ownerId)
  const head = (await headOf(ctx, ticket)) ?? above ?? null
  const had = typeof data?.ownerId === "number" ? data.ownerId : null
  return [notice("late", true, [head]), notice("due", false, [had])]
})

/** What others did is news for its owner, who wrote it down, and who is responsible for the client. */
export const toConcerned = about((_, ticket) => [
  notice("updates", false, [ticket.ownerId, ticket.authorId, ticket.client.ownerId]),
])
