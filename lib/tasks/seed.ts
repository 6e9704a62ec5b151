import { db } from "@/db/engine"
import { people, sensitivities } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { momentsAround } from "@/lib/calendar/working-days"
import type { PersonActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf, departmentPath, organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { First, Step } from "@/lib/platform/steps"
import { write } from "@/lib/platform/write"
import { createTask } from "./creating"
import { canComment, canCreate, canReport } from "./policy"
import { moveTask, reportProgress } from "./progressing"
import { type Moment, type SampleStep, type SampleTask, sampleTasks } from "./sample/reading"
import { seenTask } from "./task"

type Instants = (moment: Moment) => Date

interface Cast {
  actor(name: string): PersonActor
  departmentId(path: string): number | null
  sensitivityId(name: string): number | null
}

/**
 * The sample company's tasks with their past: each step is made by the person it names, when it
 * happened, through the same verbs and the same permissions as at a desk.
 */
export async function taskSteps(timeZone: string, now: Date): Promise<Step[]> {
  const at = instantsFrom(timeZone, now)
  const cast = await assemble()
  const ids = new Map<SampleTask, number>()
  const inOrder = sampleTasks().toSorted(
    (a, b) => at(a.created).getTime() - at(b.created).getTime(),
  )
  return inOrder.flatMap((task, nth) => [
    {
      when: at(task.created),
      make: async (first) => {
        const id = await begin(cast, at, task, first)
        ids.set(task, id ?? (await madeBefore(nth + 1)))
      },
    },
    ...task.steps.map(
      (step): Step => ({
        when: at(step.at),
        make: (first) =>
          take(cast.actor(step.who), ids.get(task) ?? 0, step, { when: at(step.at), first }),
      }),
    ),
  ])
}

/** Nobody works here before the steps have ended: the first tasks of all are the sample's. */
async function madeBefore(count: number): Promise<number> {
  const rows = await db().select({ id: tasks.id }).from(tasks).orderBy(tasks.id).limit(count)
  return rows[count - 1]?.id ?? 0
}

/** Working days around today; history never reaches into the future. */
function instantsFrom(timeZone: string, now: Date): Instants {
  const on = momentsAround(timeZone, now)
  return (moment) =>
    "minutesAgo" in moment
      ? new Date(now.getTime() - moment.minutesAgo * 60_000)
      : on(moment.days, moment.clock)
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
function begin(cast: Cast, at: Instants, task: SampleTask, first: First): Promise<number | null> {
  const { name, description, risk, priority } = task
  return acting(cast.actor(task.creator), at(task.created), async (ctx) => {
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
  { when, first }: { when: Date; first: First },
): Promise<unknown> {
  return acting(actor, when, async (ctx) => {
    if (!(await first(ctx))) return
    const task = (await seenTask(ctx, { id })) ?? refuse("not_found", { values: { who } })
    const may = "says" in does ? canComment : canReport
    if (!may(actor, task)) refuse("forbidden", { values: { who } })
    if ("says" in does) return comment(ctx, "task", id, does.says)
    if ("progress" in does) return reportProgress(ctx, task, does.progress)
    return moveTask(ctx, task, does.state)
  })
}
