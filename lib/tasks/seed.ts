import { db } from "@/db/engine"
import { people, sensitivities } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { usualCalendar, workingDayFrom } from "@/lib/calendar/working-days"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf, departmentPath, organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { Step } from "@/lib/platform/steps"
import { write } from "@/lib/platform/write"
import { createTask } from "./creating"
import { canComment, canCreate, canReport } from "./policy"
import { moveTask, reportProgress } from "./progressing"
import { type Moment, type SampleStep, type SampleTask, sampleTasks } from "./sample/reading"
import { seenTask } from "./task"

type Instants = (moment: Moment) => Date
/** Whether this step is still to be made. */
type First = (ctx: Ctx) => Promise<boolean>

interface Cast {
  actor(name: string): PersonActor
  departmentId(path: string): number | null
  sensitivityId(name: string): number | null
}

/**
 * The sample company's tasks with their past: each step is made by the person it names, when it
 * happened, through the same verbs and the same permissions as at a desk.
 */
export async function taskSteps(now: Date, timeZone: string): Promise<Step[]> {
  const at = instantsFrom(now, timeZone)
  const cast = await assemble()
  const made: SampleTask[] = []
  const ids = new Map<SampleTask, number>()
  return inOrder(sampleTasks(), at).map(({ when, task, step }) => ({
    at: when,
    make: async (first) => {
      if (step) return take(cast.actor(step.who), ids.get(task) ?? 0, step, when, first)
      made.push(task)
      ids.set(task, (await begin(cast, at, task, when, first)) ?? (await madeBefore(made.length)))
    },
  }))
}

/** Nobody works here before the steps have ended: the first tasks of all are the sample's. */
async function madeBefore(count: number): Promise<number> {
  const rows = await db().select({ id: tasks.id }).from(tasks).orderBy(tasks.id).limit(count)
  return rows[count - 1]?.id ?? 0
}

/** Working days around today; history never reaches into the future. */
function instantsFrom(now: Date, timeZone: string): Instants {
  const today = dayIn(timeZone, now)
  const calendar = usualCalendar(timeZone, Number(today.slice(0, 4)))
  return (moment) =>
    "minutesAgo" in moment
      ? new Date(now.getTime() - moment.minutesAgo * 60_000)
      : instantOf(timeZone, workingDayFrom(calendar, today, moment.days), moment.clock)
}

/** What happened, oldest first, as it would have been written down. */
function inOrder(tasks: readonly SampleTask[], at: Instants) {
  return tasks
    .flatMap((task) => [
      { when: at(task.created), task, step: null },
      ...task.steps.map((step) => ({ when: at(step.at), task, step })),
    ])
    .toSorted((a, b) => a.when.getTime() - b.when.getTime())
}

async function assemble(): Promise<Cast> {
  const rows = await db().select({ id: people.id }).from(people)
  const actors = await actorsOf(
    db(),
    rows.map(({ id }) => id),
  )
  const org = await organisation(db())
  const labels = await db().select().from(sensitivities)
  const byName = new Map(actors.map((actor) => [actor.name, actor]))
  const byPath = new Map([...org.departments.keys()].map((id) => [departmentPath(org, id), id]))
  const byLabel = new Map(labels.map(({ name, id }) => [name, id]))
  return {
    actor: (name) => found(byName, name),
    departmentId: (path) => (path === "" ? null : found(byPath, path)),
    sensitivityId: (name) => (name === "" ? null : found(byLabel, name)),
  }
}

function found<V>(among: ReadonlyMap<string, V>, name: string): V {
  const value = among.get(name)
  if (value === undefined) throw new Error(`the sample company has no ${name}`)
  return value
}

const acting = <T>(
  actor: PersonActor,
  now: Date,
  run: (ctx: Ctx & { actor: PersonActor }) => Promise<T>,
) => write(actor, (ctx) => run(Object.assign(ctx, { actor })), { now })

/** @returns its id, or null when it was made before */
function begin(
  cast: Cast,
  at: Instants,
  task: SampleTask,
  now: Date,
  first: First,
): Promise<number | null> {
  const { name, description, risk, priority } = task
  return acting(cast.actor(task.creator), now, async (ctx) => {
    if (!(await first(ctx))) return null
    if (!canCreate(ctx.actor)) refuse("forbidden")
    return createTask(ctx, {
      ...{ name, description, risk, priority },
      ownerId: cast.actor(task.owner).personId,
      coworkerIds: task.coworkers.map((each) => cast.actor(each).personId),
      startAt: null,
      dueAt: at(task.due),
      departmentId: cast.departmentId(task.home),
      sensitivityId: cast.sensitivityId(task.label),
    })
  })
}

function take(
  actor: PersonActor,
  id: number,
  { does, who }: SampleStep,
  now: Date,
  first: First,
): Promise<unknown> {
  return acting(actor, now, async (ctx) => {
    if (!(await first(ctx))) return
    const task = (await seenTask(ctx, { id })) ?? refuse("not_found", { values: { who } })
    const may = "says" in does ? canComment : canReport
    if (!may(actor, task)) refuse("forbidden", { values: { who } })
    if ("says" in does) return comment(ctx, "task", id, does.says)
    if ("progress" in does) return reportProgress(ctx, task, does.progress)
    return moveTask(ctx, task, does.state)
  })
}
