import { and, eq, inArray, isNotNull } from "drizzle-orm"
import { access } from "@/db/schema/access"
import { clientDossiers, dossierPositions } from "@/db/schema/clients"
import { groups } from "@/db/schema/groups"
import { guestScopes } from "@/db/schema/guests"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { findClient } from "./client"
import type { DossierReason } from "./dossier-adding"
import { shelfKind } from "./shelf"

/** A dossier as soon as what is under way is written: something closed. */
const want = async (ctx: Ctx, clientIds: readonly number[], wantedFor: DossierReason) => {
  for (const clientId of clientIds)
    await ctx.tx
      .insert(dossierPositions)
      .values({ clientId, upTo: await beginOf(ctx, clientId), wantedAt: ctx.now, wantedFor })
      .onConflictDoUpdate({
        target: dossierPositions.clientId,
        set: { wantedAt: ctx.now, wantedFor },
      })
}

async function beginOf(ctx: Ctx, clientId: number): Promise<Date> {
  const client = await findClient(ctx.tx, clientId)
  return new Date((client?.createdAt ?? ctx.now).getTime() - 1)
}

export const wantedByClient = (ctx: Ctx, { recordId }: NewEvent): Promise<void> =>
  want(ctx, [recordId], "archived")

/** An invitation to one of a client's groups, or to its files, ended. */
export async function wantedByGuest(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  const rows = await ctx.tx
    .selectDistinct({ id: groups.clientId })
    .from(guestScopes)
    .innerJoin(groups, and(eq(guestScopes.kind, "group"), eq(groups.id, guestScopes.recordId)))
    .where(and(eq(guestScopes.invitationId, recordId), isNotNull(groups.clientId)))
  const shelves = await ctx.tx
    .select({ id: guestScopes.recordId })
    .from(guestScopes)
    .where(and(eq(guestScopes.invitationId, recordId), eq(guestScopes.kind, shelfKind)))
  await want(ctx, [...new Set([...rows, ...shelves].flatMap(({ id }) => id ?? []))], "guest")
}

/**
 * Who sees a client sees its archive: when its access list has changed, the dossiers' follow. Most
 * events change nothing of it.
 */
export async function followClient(ctx: Ctx, { recordId }: NewEvent): Promise<void> {
  const dossiers = await ctx.tx
    .select({ id: clientDossiers.id })
    .from(clientDossiers)
    .where(eq(clientDossiers.clientId, recordId))
    .orderBy(clientDossiers.nth)
    .limit(1_000)
  const newest = dossiers.at(-1)
  const client = newest && (await findClient(ctx.tx, recordId))
  if (!client) return
  const rows = await ctx.tx
    .select({ principal: access.principal, level: access.level })
    .from(access)
    .where(and(eq(access.kind, "dossier"), inArray(access.recordId, [newest.id])))
  const held = rows.map(({ principal, level }) => `${principal} ${level}`)
  const wanted = client.grants.map(({ principal, level }) => `${principal} ${level}`)
  if (held.toSorted().join("\n") === wanted.toSorted().join("\n")) return
  for (const { id } of dossiers)
    emit(ctx, { type: "client.dossier_moved", recordId: id, data: { clientId: recordId } })
}
