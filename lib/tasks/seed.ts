import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { people, sensitivities } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { usualCalendar, workingDayFrom } from "@/lib/calendar/working-days"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf, departmentPath, organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { personStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { createTask } from "./creating"
import { canComment, canCreate, canReport } from "./policy"
import { moveTask, reportProgress } from "./progressing"
import { type Moment, type SampleStep, type SampleTask, sampleTasks } from "./sample/reading"
import { isDetail, setDetails, takeDetail } from "./seed-details"
import { viewSteps } from "./seed-views"
import { seenTask } from "./task"

export type Own = Ctx & { actor: PersonActor }
type Instants = (moment: Moment) => Date

export interface Cast {
  actor(name: string): PersonActor
  departmentId(path: string): number | null
  sensitivityId(name: string): number | null
}

/**
 * The sample company's tasks with their past: each step is made by the person it names, when it
 * happened, through the same verbs and the same permissions as at a desk.
 */
export async function taskSteps(now: Date, timeZone: string): Promise<PastChange[]> {
  const at = instantsFrom(now, timeZone)
  const cast = await assemble()
  const told = sampleTasks().flatMap((task) => [
    personStep(
      at(task.created),
      (tx) => present(tx, cast.actor(task.creator)),
      (ctx) => begin(ctx, cast, at, task),
    ),
    ...task.steps.map((step) =>
      personStep(
        at(step.at),
        async () => cast.actor(step.who),
        (ctx) => take(ctx, at, task.name, step),
      ),
    ),
  ])
  return [...told, ...viewSteps(now, timeZone, cast)]
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

/** Somebody with the groups that they are in by then. */
export const present = async (tx: Db, who: PersonActor): Promise<PersonActor> =>
  (await actorsOf(tx, [who.personId]))[0] ?? who

async function groupNamed(tx: Db, name: string): Promise<number | null> {
  if (name === "") return null
  const [row] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.name, name))
  return row?.id ?? refuse("not_found", { values: { who: name } })
}

async function begin(ctx: Own, cast: Cast, at: Instants, task: SampleTask): Promise<number> {
  const { name, description, risk, riskLevel, priority } = task
  if (!canCreate(ctx.actor)) refuse("forbidden")
  const id = await createTask(ctx, {
    ...{ name, description, risk, riskLevel, priority },
    groupId: await groupNamed(ctx.tx, task.group),
    ownerId: cast.actor(task.owner).personId,
    coworkerIds: task.coworkers.map((each) => cast.actor(each).personId),
    startAt: task.start && at(task.start),
    dueAt: at(task.due),
    departmentId: cast.departmentId(task.home),
    sensitivityId: cast.sensitivityId(task.label),
  })
  await setDetails(ctx, id, task)
  return id
}

/** No two of them have the same name. */
async function take(
  ctx: Own,
  at: Instants,
  name: string,
  { does, who }: SampleStep,
): Promise<unknown> {
  const [row] = await ctx.tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.name, name))
  const task = (row && (await seenTask(ctx, row))) ?? refuse("not_found", { values: { who } })
  if (isDetail(does)) return takeDetail(ctx, task, does, at)
  const may = "says" in does ? canComment : canReport
  if (!may(ctx.actor, task)) refuse("forbidden", { values: { who } })
  if ("says" in does) return comment(ctx, "task", task.id, does.says)
  if ("progress" in does) return reportProgress(ctx, task, does.progress)
  return moveTask(ctx, task, does.state)
}
