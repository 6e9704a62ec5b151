import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import { db, prepared } from "@/db/engine"
import { clientContacts, clients } from "@/db/schema/clients"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { counting, countsBeside } from "@/lib/platform/counting"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { organisation, subtree } from "@/lib/platform/organisation"
import type { ClientFilter } from "./inputs"
import { visibleTo } from "./policy"
import { inView, scopeOf } from "./scope"

const pageSize = 50

const columns = {
  ...{ id: clients.id, name: clients.name, shortName: clients.shortName, stage: clients.stage },
  ...{ region: clients.region, tags: clients.tags, departmentId: clients.departmentId },
  ...{ nextContactAt: clients.nextContactAt, lastContactAt: clients.lastContactAt },
  ...{ archivedAt: clients.archivedAt, createdAt: clients.createdAt, updatedAt: clients.updatedAt },
  ...{ sortKey: clients.sortKey, ownerId: clients.ownerId },
  ...{ ownerName: people.name, ownerFace: people.faceFileId },
}

/** One page of a view. What the actor may not see has no row, no count, no trace. */
export async function listClients(actor: PersonActor, filter: ClientFilter, endOfToday: Date) {
  const org = await organisation(db())
  const order = orders[filter.sort]
  const after = decodeCursor(filter.after)
  const rows = await db()
    .select(columns)
    .from(clients)
    .innerJoin(people, eq(people.id, clients.ownerId))
    .where(
      and(
        scopeOf(org, actor, filter, endOfToday),
        after ? order.after(after.key, after.id) : undefined,
      ),
    )
    .orderBy(...order.by)
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  const contacts = await mainContacts(shown.map(({ id }) => id))
  return {
    rows: shown.map((row) => ({
      ...row,
      department: org.departments.get(row.departmentId)?.name ?? "",
      contact: contacts.get(row.id) ?? null,
    })),
    next: last ? encodeCursor({ key: order.key(last), id: last.id }) : null,
  }
}

export type ClientListRow = Awaited<ReturnType<typeof listClients>>["rows"][number]

const mainOnes = prepared((on) =>
  on
    .select({
      id: clientContacts.clientId,
      ...{ name: clientContacts.name, position: clientContacts.position },
    })
    .from(clientContacts)
    .where(and(inArray(clientContacts.clientId, idsGiven("ids")), eq(clientContacts.main, true)))
    .prepare(),
)

/** Whom one calls first, by name and position: what reaches them stays on the client's page. */
async function mainContacts(ids: readonly number[]) {
  const rows = await mainOnes(db()).execute({ ids: JSON.stringify(ids) })
  return new Map(rows.map(({ id, ...contact }) => [id, contact]))
}

const counted = counting(clients, (reader, view: ClientFilter["view"]) =>
  and(inView(view, reader.me, idsGiven("own"), sql.placeholder("endOfToday")), visibleTo(reader)),
)

/** How many clients each of these views has, counted up to 100. */
export async function viewCounts(
  actor: PersonActor,
  views: readonly ClientFilter["view"][],
  endOfToday: Date,
) {
  const own = subtree(await organisation(db()), actor.departmentId)
  const given = {
    own: JSON.stringify(own),
    endOfToday: clients.nextContactAt.mapToDriverValue(endOfToday),
  }
  return countsBeside(views, (view) => counted(actor, given, view))
}

interface Order {
  by: SQL[]
  key(row: { sortKey: number; lastContactAt: Date | null; updatedAt: Date }): number
  after(key: number, id: number): SQL
}

const long = new Date(0)
const lastKey = sql`coalesce(${clients.lastContactAt}, ${clients.lastContactAt.mapToDriverValue(long)})`
/** An address may say any number; dates have an end. */
const furthest = Date.parse("9999-12-31T00:00:00Z")
const moment = (at: number) =>
  clients.updatedAt.mapToDriverValue(new Date(Math.max(0, Math.min(at, furthest))))

const orders: Record<ClientFilter["sort"], Order> = {
  next: {
    by: [asc(clients.sortKey), asc(clients.id)],
    key: (row) => row.sortKey,
    after: (key, id) => sql`(${clients.sortKey}, ${clients.id}) > (${key}, ${id})`,
  },
  last: {
    by: [desc(lastKey), desc(clients.id)],
    key: (row) => (row.lastContactAt ?? long).getTime(),
    after: (key, id) => sql`(${lastKey}, ${clients.id}) < (${moment(key)}, ${id})`,
  },
  updated: {
    by: [desc(clients.updatedAt), desc(clients.id)],
    key: (row) => row.updatedAt.getTime(),
    after: (key, id) => sql`(${clients.updatedAt}, ${clients.id}) < (${moment(key)}, ${id})`,
  },
}
