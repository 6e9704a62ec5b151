import { and, asc, eq, gt, isNotNull, isNull, lt, or } from "drizzle-orm"
import { db } from "@/db/engine"
import { clients, dossierPositions } from "@/db/schema/clients"
import type { Stretch } from "@/lib/platform/outside"
import { settings } from "@/lib/platform/settings"
import { daysOf } from "./dossier"
import {
  addDossier,
  type DossierReason,
  lastDossier,
  notWanted,
  passStretch,
  positionOf,
} from "./dossier-adding"
import { makeDossier } from "./dossier-making"
import { monthAfter, monthStart } from "./dossier-months"

const batch = 50
/** What was begun before a stretch ended is written by then. */
const settled = 60_000

/**
 * Makes the dossiers that are due: of months that have ended, and of what has closed since. Asked again
 * in the transaction that adds one: twice, or in two processes, makes one.
 */
export async function sweepDossiers(now = new Date()): Promise<void> {
  const { timeZone } = (await settings()).company
  const until = new Date(now.getTime() - settled)
  const month = monthStart(timeZone, until)
  for (let after = 0, done = batch; done === batch; ) {
    const due = await dueClients(month, until, after)
    for (const client of due) await bringUp(client, month, until)
    done = due.length
    after = due.at(-1)?.id ?? after
  }
}

const dueClients = (month: Date, until: Date, after: number) =>
  db()
    .select({
      ...{ id: clients.id, name: clients.name, createdAt: clients.createdAt },
      ...{ wantedAt: dossierPositions.wantedAt, wantedFor: dossierPositions.wantedFor },
    })
    .from(clients)
    .leftJoin(dossierPositions, eq(dossierPositions.clientId, clients.id))
    .where(
      and(
        gt(clients.id, after),
        or(
          and(isNull(dossierPositions.clientId), lt(clients.createdAt, month)),
          lt(dossierPositions.upTo, month),
          and(isNotNull(dossierPositions.wantedAt), lt(dossierPositions.wantedAt, until)),
        ),
      ),
    )
    .orderBy(asc(clients.id))
    .limit(batch)

type Due = Awaited<ReturnType<typeof dueClients>>[number]

/** Month by month up to the last that has ended, and then up to what closed. */
async function bringUp(client: Due, month: Date, until: Date): Promise<void> {
  const { timeZone } = (await settings()).company
  const { wantedAt } = client
  const closed = wantedAt && wantedAt < until ? wantedAt : null
  const end = closed && closed > month ? closed : month
  let from = await positionOf(client.id, new Date(client.createdAt.getTime() - 1))
  while (from < end) {
    const next = monthAfter(timeZone, from)
    const whole = next <= end
    const to = whole ? next : end
    const reason = (!whole && client.wantedFor) || "month"
    if (!(await oneStretch(client, { from, to }, reason))) return
    from = to
  }
  if (closed) await notWanted(client.id, closed)
}

/** @returns false when another process was faster */
async function oneStretch(
  { id: clientId, name }: Due,
  { from, to }: Stretch,
  reason: DossierReason,
): Promise<boolean> {
  const { locale, timeZone } = (await settings()).company
  const before = await lastDossier(db(), clientId)
  const days = daysOf({ fromAt: from, toAt: to }, timeZone)
  const made = await makeDossier({
    ...{ clientId, stretch: { from, to }, previous: before?.seal ?? "" },
    cover: { client: name, locale, timeZone, ...days },
  })
  if (!made) return passStretch({ clientId, from, to })
  return addDossier({ clientId, from, to, reason, before, made })
}
