import { and, asc, eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { ticketLinks } from "@/db/schema/tickets"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { numberAt } from "@/lib/platform/numbers"
import { refuse } from "@/lib/platform/refusal"
import { registry } from "@/lib/platform/registry"
import { siteAddress } from "@/lib/platform/site-address"
import { sayInside } from "./telling"
import type { Ticket } from "./ticket"

const most = 50
/** Rooms and people are no work. */
const unlinked = new Set(["person", "ticket_page", "ticket_desk", "guest"])

interface Place {
  kind: string
  id: number
}

/** The record that a pasted address or a number names. */
function placeIn(text: string): Place | null {
  const typed = text.trim()
  const href = numberAt(typed, 0)?.href ?? typed
  const url = URL.parse(href, siteAddress())
  if (!url || url.origin !== new URL(siteAddress()).origin) return null
  for (const [kind, { idIn }] of registry().kinds) {
    const id = idIn?.(url) ?? null
    if (id && !unlinked.has(kind)) return { kind, id }
  }
  return null
}

/**
 * Ties a ticket to a task, a matter, a document or whatever else, by its address or number.
 * @throws Refusal at `what` when there is no such record for the actor
 */
export async function linkRecord(
  ctx: Ctx & { actor: PersonActor },
  ticket: Ticket,
  what: string,
): Promise<void> {
  const unknown = () => refuse("invalid", { fields: { what: "tickets.error.link" } })
  const place = placeIn(what)
  const kind = place && registry().kinds.get(place.kind)
  const record = place && (await kind?.find(ctx.tx, place.id))
  if (!place || !kind || !record || !kind.canSee(ctx.actor, record)) return unknown()
  if (place.kind === "ticket" && place.id === ticket.id) return unknown()
  if ((await linksOf(ctx.tx, ticket.id)).length >= most)
    refuse("invalid", { fields: { what: "tickets.error.manyLinks" } })
  const added = await ctx.tx
    .insert(ticketLinks)
    .values({
      ...{ ticketId: ticket.id, kind: place.kind, recordId: place.id },
      ...{ personId: ctx.actor.personId, at: ctx.now },
    })
    .onConflictDoNothing()
    .returning({ id: ticketLinks.recordId })
  if (added.length > 0) sayInside(ctx, ticket, "linked", { ref: `${place.kind}:${place.id}` })
}

export async function unlinkRecord(ctx: Ctx, ticket: Ticket, { kind, id }: Place): Promise<void> {
  const gone = await ctx.tx
    .delete(ticketLinks)
    .where(
      and(
        eq(ticketLinks.ticketId, ticket.id),
        eq(ticketLinks.kind, kind),
        eq(ticketLinks.recordId, id),
      ),
    )
    .returning({ id: ticketLinks.recordId })
  if (gone.length === 0) refuse("not_found")
  sayInside(ctx, ticket, "unlinked", { ref: `${kind}:${id}` })
}

/** What it is tied to, by kind and number; what of it a reader sees is asked where it is shown. */
export const linksOf = (on: Db, ticketId: number) =>
  on
    .select({ kind: ticketLinks.kind, recordId: ticketLinks.recordId })
    .from(ticketLinks)
    .where(eq(ticketLinks.ticketId, ticketId))
    .orderBy(asc(ticketLinks.at))
    .limit(most)
