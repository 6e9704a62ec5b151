import { and, eq, gte, inArray, isNotNull, lt, ne, or, type SQL, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import { visibleIds } from "@/lib/platform/access"
import type { PersonActor, Principal } from "@/lib/platform/actor"
import { isDay } from "./due-span"
import { type Listed, pageSize } from "./listed"
import { stateRange } from "./order"
import { visibleTo } from "./policy"

/** Which tasks a view shows: always an index range of the person's own, or the visible ones. */
export function scope(
  actor: PersonActor,
  filter: Listed,
  after: { key: number; id: number } | null,
): SQL | undefined {
  if (filter.view === "all" || filter.view === "people") return everything(actor, filter, after)
  const list = listOfView(actor, filter)
  const reader = list ? { ...actor, principals: { keys: () => list } } : actor
  return and(inView(actor, filter), visibleTo(reader))
}

/** What a view shows of the tasks that may be seen. */
export function inView(actor: PersonActor, filter: Listed): SQL | undefined {
  const helping = db()
    .select({ id: taskCoworkers.taskId })
    .from(taskCoworkers)
    .where(eq(taskCoworkers.personId, actor.personId))
  switch (filter.view) {
    case "mine":
      return eq(tasks.ownerId, actor.personId)
    case "helping":
      return inArray(tasks.id, helping)
    case "created":
      return eq(tasks.creatorId, actor.personId)
    case "department":
      return eq(tasks.departmentId, filter.department ?? actor.departmentId)
    case "group":
      return eq(tasks.groupId, filter.group ?? 0)
    case "risks":
      return and(
        lt(tasks.sortKey, stateRange("done").from),
        or(isNotNull(tasks.riskLevel), ne(tasks.risk, "")),
      )
    case "people":
    case "all":
      return undefined
  }
}

/** The one list of the reader's that holds all of a view (`withGrants`), where there is one. */
export function listOfView(actor: PersonActor, filter: Listed): Principal[] | undefined {
  const list = ownList(actor, filter)
  return list && actor.principals.has(list) ? [list] : undefined
}

function ownList(actor: PersonActor, filter: Listed): Principal | null {
  switch (filter.view) {
    case "mine":
    case "helping":
    case "created":
      return `person:${actor.personId}`
    case "department":
      return `department:${filter.department ?? actor.departmentId}`
    case "group":
      return `group:${filter.group ?? 0}`
    default:
      return null
  }
}

const orderedByState = ({ sort, by }: Listed) =>
  sort === "state" && (by === undefined || by === "state")

/** In the usual order a page of all visible tasks is a union of index ranges; in others a filter. */
function everything(actor: PersonActor, filter: Listed, after: { key: number; id: number } | null) {
  const plain =
    orderedByState(filter) &&
    filter.owner === undefined &&
    !filter.priority &&
    !filter.due &&
    filter.state !== "overdue"
  if (!plain) return visibleTo(actor)
  const range =
    filter.state && filter.state !== "open" && filter.state !== "overdue"
      ? stateRange(filter.state)
      : {}
  const open = filter.state === "open" ? { until: stateRange("done").from } : {}
  const ids = visibleIds(actor, "task", {
    ...range,
    ...open,
    limit: pageSize + 1,
    ...(after ? { after: { sortKey: after.key, id: after.id } } : {}),
  })
  return sql`${tasks.id} in (${ids})`
}

/** Instants are placeholders: the query outlives its moment. */
const [now, from, until] = [
  sql`${sql.placeholder("now")}`,
  sql`${sql.placeholder("from")}`,
  sql`${sql.placeholder("until")}`,
]

export function narrowed(filter: Listed): (SQL | undefined)[] {
  const done = stateRange("done").from
  const inState = (state: NonNullable<Listed["state"]>) => {
    if (state === "open") return lt(tasks.sortKey, done)
    if (state === "overdue") return and(lt(tasks.sortKey, done), sql`${tasks.dueAt} < ${now}`)
    const range = stateRange(state)
    return and(gte(tasks.sortKey, range.from), lt(tasks.sortKey, range.until))
  }
  const due = isDay(filter.due)
    ? sql`${tasks.dueAt} >= ${from} and ${tasks.dueAt} < ${until}`
    : and(lt(tasks.sortKey, done), sql`${tasks.dueAt} < ${until}`)
  return [
    filter.state ? inState(filter.state) : undefined,
    filter.owner ? eq(tasks.ownerId, filter.owner) : undefined,
    filter.priority ? eq(tasks.priority, filter.priority) : undefined,
    filter.due ? due : undefined,
  ]
}
