import { and, eq } from "drizzle-orm"
import { communications } from "@/db/schema/clients"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { type Client, seenClient } from "./client"
import { canEdit, canRecord } from "./policy"

export type Communication = typeof communications.$inferSelect

export interface SeenCommunication {
  client: Client
  record: Communication
}

/** For actions: one of a client's records, if the client is the actor's to see. */
export async function seenCommunication(
  ctx: Ctx,
  input: { id: number; communication: number },
): Promise<SeenCommunication | null> {
  const client = await seenClient(ctx, input)
  if (!client) return null
  const [record] = await ctx.tx
    .select()
    .from(communications)
    .where(and(eq(communications.id, input.communication), eq(communications.clientId, client.id)))
  return record ? { client, record } : null
}

type Whose = Pick<Communication, "ownerId" | "recorderId">

/** Whoever wrote it or is responsible for it, and whoever may edit the client. */
export const canCorrect = (actor: PersonActor, client: Client, record: Whose): boolean =>
  canRecord(actor, client) &&
  (record.recorderId === actor.personId ||
    record.ownerId === actor.personId ||
    canEdit(actor, client))

/** A follow-up is done or put off by whoever owes it, at any level, and by editors. */
export const canSettle = (actor: PersonActor, client: Client, record: Whose): boolean =>
  client.archivedAt === null && (record.ownerId === actor.personId || canEdit(actor, client))
