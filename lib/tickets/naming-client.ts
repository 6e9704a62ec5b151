import { and, eq, isNull, or } from "drizzle-orm"
import { clients } from "@/db/schema/clients"
import { type Client, findClient, seenClient } from "@/lib/clients/client"
import { nameKeyOf } from "@/lib/clients/likeness"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"

/**
 * The client that a colleague names for a ticket: by its number, if they see it, or as it is called.
 * Whoever takes a call knows who called: a client that isn't theirs to see is named in full, and
 * nothing but the name becomes known by it.
 * @returns null when there is none of that number for them
 * @throws Refusal at `client` when none, or several, are called so
 */
export async function namedClient(
  ctx: Ctx,
  { client: typed }: { client: string },
): Promise<Client | null> {
  if (/^\d{1,15}$/.test(typed)) return seenClient(ctx, { id: Number(typed) })
  const key = nameKeyOf(typed)
  const rows = await ctx.tx
    .select({ id: clients.id })
    .from(clients)
    .where(and(isNull(clients.archivedAt), or(eq(clients.nameKey, key), eq(clients.shortKey, key))))
    .limit(2)
  const [only, another] = rows
  if (!only) return refuse("invalid", { fields: { client: "tickets.error.noClient" } })
  if (another) return refuse("invalid", { fields: { client: "tickets.error.manyClients" } })
  return findClient(ctx.tx, only.id)
}
