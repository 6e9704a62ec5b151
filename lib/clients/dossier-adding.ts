import { and, desc, eq } from "drizzle-orm"
import { type Db, db } from "@/db/engine"
import { clientDossiers, clients, dossierPositions, type dossierReasons } from "@/db/schema/clients"
import { files } from "@/db/schema/platform"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { storeOf } from "@/lib/platform/files/stores"
import { settings } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { daysOf } from "./dossier"
import type { Made } from "./dossier-making"
import { sealOf } from "./dossier-seal"

export type DossierReason = (typeof dossierReasons)[number]

/** The newest of a client's dossiers: the chain goes on from it. */
export async function lastDossier(on: Db, clientId: number) {
  const [last] = await on
    .select({ id: clientDossiers.id, nth: clientDossiers.nth, seal: clientDossiers.seal })
    .from(clientDossiers)
    .where(eq(clientDossiers.clientId, clientId))
    .orderBy(desc(clientDossiers.nth))
    .limit(1)
  return last ?? null
}

interface New {
  clientId: number
  from: Date
  to: Date
  reason: DossierReason
  before: Awaited<ReturnType<typeof lastDossier>>
  made: Made
}

/**
 * Adds a dossier whose bytes lie in the store, and moves the position past it.
 * @returns false when another process was faster; its bytes are gone then
 */
export async function addDossier(wanted: New, now = new Date()): Promise<boolean> {
  const added = await writeAsSystem(
    "clients.dossiers",
    async (ctx) => (await movePosition(ctx.tx, wanted)) && addRow(ctx, wanted),
    { now, lock: `dossier:${wanted.clientId}` },
  )
  if (!added) await (await storeOf(wanted.made.place)).remove(wanted.made.place)
  return Boolean(added)
}

async function addRow(ctx: Ctx, { clientId, from, to, reason, before, made }: New) {
  const { place, size, sha256, ...counts } = made
  const sealed = { clientId, nth: (before?.nth ?? 0) + 1, fromAt: from, toAt: to, sha256 }
  const [row] = await ctx.tx
    .insert(clientDossiers)
    .values({
      ...{ ...sealed, ...counts, size, reason, madeAt: ctx.now },
      seal: sealOf(before?.seal ?? "", sealed),
      previous: before?.id ?? null,
    })
    .returning({ id: clientDossiers.id })
  if (!row) throw new Error("the dossier was not written")
  await addFile(ctx, row.id, { clientId, from, to, made })
  emit(ctx, {
    type: "client.dossier_sealed",
    recordId: row.id,
    data: { clientId, nth: sealed.nth, records: counts.records, files: counts.files, sha256 },
  })
  return true
}

/** Its bytes as a file that whoever sees the dossier may open. */
async function addFile(
  ctx: Ctx,
  recordId: number,
  { clientId, from, to, made }: Pick<New, "clientId" | "from" | "to" | "made">,
): Promise<void> {
  const [client] = await ctx.tx
    .select({ name: clients.name, ownerId: clients.ownerId })
    .from(clients)
    .where(eq(clients.id, clientId))
  if (!client) throw new Error("the dossier's client is gone")
  const { timeZone } = (await settings()).company
  const { first, last } = daysOf({ fromAt: from, toAt: to }, timeZone)
  const name = `${client.name} ${first} ${last}.zip`.replaceAll(/[\\/:*?"<>|]/g, " ")
  await ctx.tx.insert(files).values({
    ...{ kind: "dossier", recordId, ownerId: client.ownerId, createdAt: ctx.now },
    ...{ place: made.place, name, type: "application/zip", size: made.size, sha256: made.sha256 },
  })
}

/** Up to when everything is in the archive; made the first time that a client is looked at. */
export async function positionOf(clientId: number, begins: Date): Promise<Date> {
  const [known] = await db()
    .select({ upTo: dossierPositions.upTo })
    .from(dossierPositions)
    .where(eq(dossierPositions.clientId, clientId))
  if (known) return known.upTo
  await writeAsSystem("clients.dossiers", (ctx) =>
    ctx.tx.insert(dossierPositions).values({ clientId, upTo: begins }).onConflictDoNothing(),
  )
  return begins
}

async function movePosition(
  tx: Db,
  { clientId, from, to }: Pick<New, "clientId" | "from" | "to">,
): Promise<boolean> {
  const moved = await tx
    .update(dossierPositions)
    .set({ upTo: to })
    .where(and(eq(dossierPositions.clientId, clientId), eq(dossierPositions.upTo, from)))
    .returning({ id: dossierPositions.clientId })
  return moved.length > 0
}

/** Nothing was exchanged. @returns false when another process was faster */
export const passStretch = (stretch: Pick<New, "clientId" | "from" | "to">): Promise<boolean> =>
  writeAsSystem("clients.dossiers", (ctx) => movePosition(ctx.tx, stretch))

/** What closed is in the archive; what has closed since still asks for one. */
export const notWanted = (clientId: number, wantedAt: Date): Promise<unknown> =>
  writeAsSystem("clients.dossiers", (ctx) =>
    ctx.tx
      .update(dossierPositions)
      .set({ wantedAt: null, wantedFor: null })
      .where(and(eq(dossierPositions.clientId, clientId), eq(dossierPositions.wantedAt, wantedAt))),
  )
