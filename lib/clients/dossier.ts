import { and, eq, inArray, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { clientDossiers, clients } from "@/db/schema/clients"
import { dayIn } from "@/lib/calendar/zones"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { settings } from "@/lib/platform/settings"
import { findClient } from "./client"

export type DossierRow = typeof clientDossiers.$inferSelect

/** One sealed part of a client's archive: who sees the client sees it. */
export interface Dossier extends DossierRow {
  /** `栖木软件 2026-10-01 – 2026-10-31` */
  title: string
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((db) =>
  db
    .select()
    .from(clientDossiers)
    .where(eq(clientDossiers.id, sql.placeholder("id")))
    .prepare(),
)

/** The dossier, whoever asks: `canSee` comes next. */
export async function findDossier(db: Db, id: number): Promise<Dossier | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await byId(db).execute({ id })
  const client = row && (await findClient(db, row.clientId))
  if (!client) return null
  const { timeZone } = (await settings()).company
  return {
    ...row,
    title: titleOf(client.name, row, timeZone),
    grants: client.grants,
    sensitivityId: null,
  }
}

/** The days it covers: its first moment is the last of what came before. */
export const daysOf = ({ fromAt, toAt }: Pick<DossierRow, "fromAt" | "toAt">, zone: string) => ({
  first: dayIn(zone, fromAt),
  last: dayIn(zone, new Date(toAt.getTime() - 1)),
})

function titleOf(name: string, row: Pick<DossierRow, "fromAt" | "toAt">, zone: string): string {
  const { first, last } = daysOf(row, zone)
  return `${name} ${first} – ${last}`
}

export const archiveOf = ({ clientId }: { clientId: number }): string =>
  `/clients/${clientId}/archive`

/** For actions: a dossier of a client, if the client is the actor's to see. */
export async function seenDossier(ctx: Ctx, input: { id: number }): Promise<Dossier | null> {
  const dossier = await findDossier(ctx.tx, input.id)
  return dossier && ctx.actor.kind !== "guest" && sees(ctx.actor, dossier) ? dossier : null
}

/** Dossiers as lists of records of every kind name them. */
export async function titledDossiers(db: Db, ids: readonly number[]) {
  const rows = await db
    .select({ dossier: clientDossiers, name: clients.name })
    .from(clientDossiers)
    .innerJoin(clients, and(eq(clients.id, clientDossiers.clientId)))
    .where(inArray(clientDossiers.id, [...ids]))
  const { timeZone } = (await settings()).company
  return new Map(
    rows.map(({ dossier, name }) => [
      dossier.id,
      { title: titleOf(name, dossier, timeZone), href: archiveOf(dossier) },
    ]),
  )
}
