import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm"
import { idsGiven } from "@/db/bulk"
import { db, prepared } from "@/db/engine"
import { matterParts, matters } from "@/db/schema/matters"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { counting, countsBeside } from "@/lib/platform/counting"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { organisation } from "@/lib/platform/organisation"
import type { MatterFilter } from "./inputs"
import { stateRange } from "./order"
import { visibleTo } from "./policy"
import { homeIds, inView, scopeOf } from "./scope"
import { countOf, subTasksOf } from "./sub-tasks"

const pageSize = 50

export interface Bounds {
  now: Date
  /** Where this week ends. */
  endOfWeek: Date
}

const columns = {
  id: matters.id,
  description: matters.description,
  goal: matters.goal,
  remark: matters.remark,
  support: matters.support,
  state: matters.state,
  urgency: matters.urgency,
  dueAt: matters.dueAt,
  doneAt: matters.doneAt,
  updatedAt: matters.updatedAt,
  sortKey: matters.sortKey,
  departmentId: matters.departmentId,
  heldUpId: matters.heldUpId,
  ownerId: matters.ownerId,
  ownerName: people.name,
  ownerFace: people.faceFileId,
}

/** One page of a view. What the actor may not see has no row, no count, no trace. */
export async function listMatters(actor: PersonActor, filter: MatterFilter, bounds: Bounds) {
  const org = await organisation(db())
  const order = orders[filter.sort]
  const after = decodeCursor(filter.after)
  const rows = await db()
    .select(columns)
    .from(matters)
    .innerJoin(people, eq(people.id, matters.ownerId))
    .where(
      and(
        scopeOf(org, actor, filter),
        ...narrowed(filter, bounds),
        after ? order.after(after.key, after.id) : undefined,
      ),
    )
    .orderBy(...order.by)
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return {
    rows: await withParts(actor, shown, bounds.now),
    next: last ? encodeCursor({ key: order.key(last), id: last.id }) : null,
  }
}

export type MatterListRow = Awaited<ReturnType<typeof listMatters>>["rows"][number]

type Row = { id: number; state: string; dueAt: Date | null; departmentId: number }

async function withParts<R extends Row>(actor: PersonActor, rows: readonly R[], now: Date) {
  const ids = rows.map(({ id }) => id)
  const { departments } = await organisation(db())
  const parts = await partsOf(db()).execute({ ids: JSON.stringify(ids) })
  const subTasks = await subTasksOf(db(), actor, ids)
  const named = (id: number) => departments.get(id)?.name ?? ""
  return rows.map((row) => ({
    ...row,
    department: named(row.departmentId),
    parts: parts
      .filter(
        ({ matterId, departmentId }) => matterId === row.id && departmentId !== row.departmentId,
      )
      .map((part) => ({ ...part, name: named(part.departmentId) })),
    subTasks: countOf(subTasks.filter(({ matterId }) => matterId === row.id)),
    overdue: isOverdue(row, now),
  }))
}

const partsOf = prepared((on) =>
  on
    .select({
      matterId: matterParts.matterId,
      departmentId: matterParts.departmentId,
      confirmedAt: matterParts.confirmedAt,
    })
    .from(matterParts)
    .where(inArray(matterParts.matterId, idsGiven("ids")))
    .orderBy(asc(matterParts.askedAt), asc(matterParts.departmentId))
    .prepare(),
)

/** 已逾期 is computed, never stored. */
export const isOverdue = (matter: { state: string; dueAt: Date | null }, now: Date): boolean =>
  matter.state !== "done" && matter.dueAt !== null && matter.dueAt < now

const counted = counting(matters, (reader, view: MatterFilter["view"]) =>
  and(inView(view, reader.me, idsGiven("home")), visibleTo(reader)),
)

/** How many matters each of these views has, counted up to 100. */
export async function viewCounts(actor: PersonActor, views: readonly MatterFilter["view"][]) {
  const home = homeIds(await organisation(db()), actor)
  const given = { home: JSON.stringify(home) }
  return countsBeside(views, (view) => counted(actor, given, view))
}

interface Order {
  by: SQL[]
  key(row: { sortKey: number; dueAt: Date | null; updatedAt: Date }): number
  after(key: number, id: number): SQL
}

/** A year that both engines read. */
const far = new Date(Date.UTC(9999, 11, 31))
const dueKey = sql`coalesce(${matters.dueAt}, ${matters.dueAt.mapToDriverValue(far)})`
const stored = (at: number) =>
  matters.dueAt.mapToDriverValue(new Date(Math.max(0, Math.min(at, far.getTime()))))

const orders: Record<MatterFilter["sort"], Order> = {
  state: {
    by: [asc(matters.sortKey), asc(matters.id)],
    key: (row) => row.sortKey,
    after: (key, id) => sql`(${matters.sortKey}, ${matters.id}) > (${key}, ${id})`,
  },
  due: {
    by: [asc(dueKey), asc(matters.id)],
    key: (row) => (row.dueAt ?? far).getTime(),
    after: (key, id) => sql`(${dueKey}, ${matters.id}) > (${stored(key)}, ${id})`,
  },
  updated: {
    by: [desc(matters.updatedAt), desc(matters.id)],
    key: (row) => row.updatedAt.getTime(),
    after: (key, id) => sql`(${matters.updatedAt}, ${matters.id}) < (${stored(key)}, ${id})`,
  },
}

const days = 24 * 60 * 60_000

function narrowed({ state, urgency, due }: MatterFilter, bounds: Bounds): (SQL | undefined)[] {
  const done = stateRange("done").from
  const open = lt(matters.sortKey, done)
  const inState = (): SQL | undefined => {
    if (!state) return undefined
    if (state === "open") return open
    if (state === "overdue") return and(open, lt(matters.dueAt, bounds.now))
    const { from, until } = stateRange(state)
    return and(gte(matters.sortKey, from), lt(matters.sortKey, until))
  }
  const until = due === "week" ? bounds.endOfWeek : new Date(bounds.now.getTime() + 30 * days)
  return [
    inState(),
    urgency ? eq(matters.urgency, urgency) : undefined,
    due ? and(open, lt(matters.dueAt, until)) : undefined,
  ]
}
