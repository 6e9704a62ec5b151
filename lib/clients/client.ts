import { and, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import {
  clientContacts,
  clientFormerOwners,
  clientHandovers,
  clients,
  communications,
} from "@/db/schema/clients"
import { type Grant, sees } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

export type ClientRow = typeof clients.$inferSelect
export type Contact = typeof clientContacts.$inferSelect
export type Handover = typeof clientHandovers.$inferSelect

/** A client with its contacts, what is said in its records, and what decides who sees it. */
export interface Client extends ClientRow {
  contacts: readonly Contact[]
  /** Of the newest records: what a search finds the client by. */
  said: readonly string[]
  /** Under way: not everybody has confirmed. */
  handover: Handover | null
  grants: readonly Grant[]
  sensitivityId: null
}

const byId = prepared((db) =>
  db
    .select({ client: clients, handover: clientHandovers })
    .from(clients)
    .leftJoin(clientHandovers, eq(clientHandovers.id, clients.handoverId))
    .where(eq(clients.id, sql.placeholder("id")))
    .prepare(),
)
const contactsOf = prepared((db) =>
  db
    .select()
    .from(clientContacts)
    .where(eq(clientContacts.clientId, sql.placeholder("id")))
    .orderBy(desc(clientContacts.main), clientContacts.id)
    .prepare(),
)
const newest = 100
const saidIn = prepared((db) =>
  db
    .select({ topic: communications.topic, need: communications.need, plan: communications.plan })
    .from(communications)
    .where(eq(communications.clientId, sql.placeholder("id")))
    .orderBy(desc(communications.at), desc(communications.id))
    .limit(newest)
    .prepare(),
)
const namedIn = prepared((db) =>
  db
    .selectDistinct({ id: communications.ownerId })
    .from(communications)
    .leftJoin(
      clientFormerOwners,
      and(
        eq(clientFormerOwners.clientId, communications.clientId),
        eq(clientFormerOwners.personId, communications.ownerId),
      ),
    )
    .where(
      and(
        eq(communications.clientId, sql.placeholder("id")),
        or(
          isNull(clientFormerOwners.at),
          gt(communications.createdAt, clientFormerOwners.at),
          and(isNotNull(communications.nextAt), isNull(communications.settledAt)),
        ),
      ),
    )
    .prepare(),
)

/** The client, whoever asks: `canSee` comes next. */
export async function findClient(db: Db, id: number): Promise<Client | null> {
  const [row] = await byId(db).execute({ id })
  if (!row) return null
  const said = await saidIn(db).execute({ id })
  const named = await namedIn(db).execute({ id })
  return {
    ...row.client,
    sensitivityId: null,
    contacts: await contactsOf(db).execute({ id }),
    said: said.flatMap(({ topic, need, plan }) => [topic, need, plan]),
    handover: row.handover,
    grants: grantsOf(
      row,
      named.map((person) => person.id),
    ),
  }
}

/**
 * Its department, its owner, those responsible for a record, and who is asked to take it over. Who has
 * handed it over only by what they have taken on since.
 */
function grantsOf(
  { client, handover }: { client: ClientRow; handover: Handover | null },
  named: readonly number[],
): Grant[] {
  const grants = new Map<Grant["principal"], Grant["level"]>()
  if (handover) grants.set(`person:${handover.toId}`, "view")
  for (const id of [...named, client.ownerId]) grants.set(`person:${id}`, "edit")
  grants.set(`department:${client.departmentId}`, "admin")
  return [...grants].map(([principal, level]) => ({ principal, level }))
}

/** For actions: the client that an input names, if it is the actor's to see. */
export async function seenClient(ctx: Ctx, input: { id: number }): Promise<Client | null> {
  const client = await findClient(ctx.tx, input.id)
  return client && sees(ctx.actor, client) ? client : null
}

/** Clients as lists of records of every kind name them. */
export async function titledClients(db: Db, ids: readonly number[]) {
  const rows = await db
    .select({ id: clients.id, title: clients.name })
    .from(clients)
    .where(inArray(clients.id, [...ids]))
  return new Map(rows.map(({ id, title }) => [id, { title, href: `/clients/${id}` }]))
}
