import { and, asc, desc, eq, gt, isNull, lt } from "drizzle-orm"
import { type Db, db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { files } from "@/db/schema/platform"
import { type Actor, type Grant, guestMay, isPerson, type PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import type { GuestScoped, Stood } from "@/lib/platform/guest-scoped"
import { type Client, findClient } from "./client"
import { canRecord, canSee, visibleTo } from "./policy"

/** What the files of a client hang on: those of comments are colleagues' and hang on the client itself. */
export const shelfKind = "client_files"

/** 客户文件: what was put out for a client, and what the client handed in. */
export interface Shelf {
  /** The client's number. */
  id: number
  name: string
  client: Client
  grants: readonly Grant[]
  sensitivityId: null
}

export async function findShelf(on: Db, id: number): Promise<Shelf | null> {
  const client = Number.isSafeInteger(id) ? await findClient(on, id) : null
  return client && { id, name: client.name, client, grants: client.grants, sensitivityId: null }
}

/** Colleagues who see the client, and guests who were let in to its files. */
export const seesShelf = (actor: Actor, { id, client }: Shelf): boolean =>
  isPerson(actor) ? canSee(actor, client) : guestMay(actor, shelfKind, id, "view")

/** Whoever records talks puts files there; of a client that is laid aside nobody does any more. */
export const fillsShelf = (actor: Actor, { id, client }: Shelf): boolean =>
  isPerson(actor)
    ? canSee(actor, client) && canRecord(actor, client)
    : client.archivedAt === null && guestMay(actor, shelfKind, id, "upload")

/** For actions: the shelf that an input names, if it is the actor's to see. */
export async function seenShelf(ctx: Ctx, { id }: { id: number }): Promise<Shelf | null> {
  const shelf = await findShelf(ctx.tx, id)
  return shelf && seesShelf(ctx.actor, shelf) ? shelf : null
}

export const shelfScope: GuestScoped<Shelf> = {
  offers: ({ client }) => (client.archivedAt ? [] : ["view", "upload"]),
  mayInvite: (actor: PersonActor, shelf) => fillsShelf(actor, shelf),
  owners: async (_, { client }) => [client.ownerId],
  departments: async (_, { client }) => [client.departmentId],
  stood,
  href: (id) => `/g/clients/${id}`,
  choices: clientsToOpen,
}

const portion = 50

async function stood(on: Db, { id }: Shelf, _: unknown, after: number): Promise<Stood> {
  const rows = await on
    .select({ id: files.id })
    .from(files)
    .where(and(onShelf(id), gt(files.id, after)))
    .orderBy(asc(files.id))
    .limit(portion)
  return {
    ...{ texts: [], fileIds: rows.map((file) => file.id) },
    ...{ last: rows.at(-1)?.id ?? after, more: rows.length === portion },
  }
}

const onShelf = (id: number) => and(eq(files.kind, shelfKind), eq(files.recordId, id))

const pageSize = 30

/** A page of what lies there, the newest first. The caller has checked that it is the reader's to see. */
export async function filesOnShelf(id: number, before?: number) {
  const rows = await db()
    .select({
      ...{ id: files.id, name: files.name, type: files.type, size: files.size },
      ...{ at: files.createdAt, ownerId: files.ownerId },
    })
    .from(files)
    .where(and(onShelf(id), before ? lt(files.id, before) : undefined))
    .orderBy(desc(files.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  return { rows: shown, earlier: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null }
}

const mostChoices = 100

/** Clients of which somebody could open something to a guest, their own first. */
export async function clientsToOpen(actor: PersonActor): Promise<number[]> {
  const rows = await db()
    .select({ id: clients.id, ownerId: clients.ownerId })
    .from(clients)
    .where(and(isNull(clients.archivedAt), visibleTo(actor)))
    .orderBy(desc(clients.updatedAt), desc(clients.id))
    .limit(mostChoices)
  const mine = (row: { ownerId: number }) => (row.ownerId === actor.personId ? 0 : 1)
  return rows.toSorted((a, b) => mine(a) - mine(b)).map(({ id }) => id)
}
