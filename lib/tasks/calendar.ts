import { and, asc, eq, exists, gte, inArray, lt, or, type Placeholder, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { access } from "@/db/schema/access"
import { taskCoworkers, tasks } from "@/db/schema/tasks"
import { atLeast, type PersonActor } from "@/lib/platform/actor"
import type {
  CalendarEntry,
  CalendarSource,
  FeedEntry,
  Span,
  Whose,
} from "@/lib/platform/calendar-source"
import { keptForReaders } from "@/lib/platform/kept-for-readers"
import { visibleTo } from "./policy"
import { stored } from "./queries"
import { words } from "./words"

/** Due times of one page; a month of a busy department has fewer. */
const most = 600

function placed(on: Db, me: Placeholder, of: Whose["of"]) {
  if (of !== "mine")
    return eq(of === "group" ? tasks.groupId : tasks.departmentId, sql.placeholder("id"))
  const helping = on
    .select({ id: taskCoworkers.taskId })
    .from(taskCoworkers)
    .where(and(eq(taskCoworkers.taskId, tasks.id), eq(taskCoworkers.personId, me)))
  return or(eq(tasks.ownerId, me), exists(helping))
}

/** What is due in a time, however much was before: a range of the list that holds all of theirs (`withGrants`). */
const dueOnList = (on: Db) =>
  on
    .select({ id: access.recordId })
    .from(access)
    .where(
      and(
        eq(access.kind, "task"),
        eq(access.principal, sql.placeholder("list")),
        gte(access.dueAt, sql.placeholder("from")),
        lt(access.dueAt, sql.placeholder("until")),
      ),
    )

const listOf = (actor: PersonActor, whose: Whose) =>
  whose.of === "mine" ? `person:${actor.personId}` : `${whose.of}:${whose.id}`

const due = keptForReaders((on, reader, of: Whose["of"]) =>
  on
    .select()
    .from(tasks)
    .where(and(inArray(tasks.id, dueOnList(on)), placed(on, reader.me, of), visibleTo(reader)))
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .limit(sql.placeholder("limit"))
    .prepare(),
)

const dueIn = (on: Db, actor: PersonActor, whose: Whose, { from, until }: Span, limit: number) =>
  due(
    on,
    actor,
    { ...whose, list: listOf(actor, whose), from: stored(from), until: stored(until), limit },
    whose.of,
  )

async function entries(actor: PersonActor, whose: Whose, span: Span): Promise<CalendarEntry[]> {
  const now = new Date()
  return (await dueIn(db(), actor, whose, span, most)).flatMap((task) => {
    const { id, name, dueAt, state, ownerId, version } = task
    if (!dueAt) return []
    const late = state !== "done" && dueAt < now
    const mark = state === "done" ? "done" : late ? "overdue" : undefined
    // The reason that a change of the due time asks for is asked for where it is dropped.
    const own = ownerId === actor.personId && atLeast(actor.level, "edit")
    const moves = own && state !== "done" ? { moves: version } : {}
    const entry = { kind: "task", id, title: name, href: `/tasks/${id}`, start: dueAt, end: null }
    return [{ ...entry, ...(mark && { mark }), ...moves }]
  })
}

const mostFed = 2_000

/** One's own due times, as far as they are still to come. */
async function feed(on: Db, actor: PersonActor, span: Span): Promise<FeedEntry[]> {
  const rows = await dueIn(on, actor, { of: "mine" }, span, mostFed)
  return rows.flatMap((task) =>
    task.dueAt && task.state !== "done"
      ? [
          {
            ...{ uid: `task-${task.id}`, sequence: task.version - 1, changedAt: task.updatedAt },
            ...{ title: task.name, href: `/tasks/${task.id}`, start: task.dueAt, end: null },
            ...{ free: true, alarms: [60] },
          },
        ]
      : [],
  )
}

export const dueTimes: CalendarSource = {
  name: "tasks",
  label: { zh: words.zh.inCalendar, en: words.en.inCalendar },
  look: "deadline",
  entries,
  feed,
}
