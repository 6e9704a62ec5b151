import { asc, desc, type SQL, sql } from "drizzle-orm"
import { tasks } from "@/db/schema/tasks"
import type { Cursor } from "@/lib/platform/cursor"
import type { Listed } from "./listed"
import { span, stateRange } from "./order"

export interface Order {
  by: SQL[]
  /** Where a row stands, and what comes after such a place. */
  place(row: Placed): Cursor
  after(place: Cursor): SQL
}

interface Placed {
  id: number
  sortKey: number
  dueAt: Date | null
  updatedAt: Date
  ownerId: number
  groupId: number | null
  departmentId: number | null
}

const done = stateRange("done").from
/** Where what is never due stands: later than any time a task may have, and a year both engines read. */
const far = Date.UTC(9999, 11, 31)
const dueKey = sql`coalesce(${tasks.dueAt}, ${tasks.dueAt.mapToDriverValue(new Date(far))})`

/** Groups before departments, what belongs to neither last. */
const homeKey = sql`coalesce(${tasks.groupId}, ${1e12} + ${tasks.departmentId}, ${2e12})`

/** Within a group the usual order. */
const within = (group: SQL | typeof tasks.ownerId, keyOf: (row: Placed) => number): Order => ({
  by: [asc(group), asc(tasks.sortKey), asc(tasks.id)],
  place: (row) => ({ key: keyOf(row), second: row.sortKey, id: row.id }),
  // A place that leaves it out is an older address: its group begins again.
  after: ({ key, second = 0, id }) =>
    sql`(${group}, ${tasks.sortKey}, ${tasks.id}) > (${key}, ${second}, ${id})`,
})

/** What is open by its due time, then what is done (`sortKeyOf` holds both). */
const soonKey = sql`case when ${tasks.sortKey} >= ${done} then ${span} else ${tasks.sortKey} % ${span} end`

const orders: Record<Listed["sort"] | "owner" | "home" | "soon", Order> = {
  state: {
    by: [asc(tasks.sortKey), asc(tasks.id)],
    place: ({ sortKey, id }) => ({ key: sortKey, id }),
    after: ({ key, id }) => sql`(${tasks.sortKey}, ${tasks.id}) > (${key}, ${id})`,
  },
  due: {
    by: [asc(dueKey), asc(tasks.id)],
    place: ({ dueAt, id }) => ({ key: dueAt?.getTime() ?? far, id }),
    after: ({ key, id }) =>
      sql`(${dueKey}, ${tasks.id}) > (${tasks.dueAt.mapToDriverValue(new Date(Math.min(key, far)))}, ${id})`,
  },
  updated: {
    by: [desc(tasks.updatedAt), desc(tasks.id)],
    place: ({ updatedAt, id }) => ({ key: updatedAt.getTime(), id }),
    after: ({ key, id }) =>
      sql`(${tasks.updatedAt}, ${tasks.id}) < (${tasks.updatedAt.mapToDriverValue(new Date(key))}, ${id})`,
  },
  soon: {
    by: [asc(soonKey), asc(tasks.id)],
    place: ({ sortKey, id }) => ({ key: sortKey >= done ? span : sortKey % span, id }),
    after: ({ key, id }) => sql`(${soonKey}, ${tasks.id}) > (${key}, ${id})`,
  },
  owner: within(tasks.ownerId, (row) => row.ownerId),
  home: within(
    homeKey,
    (row) => row.groupId ?? (row.departmentId === null ? 2e12 : 1e12 + row.departmentId),
  ),
}

/** Groups that aren't states come one after another; the rows of each in their usual order. */
export const orderOf = ({ sort, by }: Pick<Listed, "sort" | "by">): Order => {
  if (by === undefined || by === "state") return orders[sort]
  return orders[by === "due" ? "soon" : by]
}
