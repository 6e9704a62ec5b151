import { and, eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { matters } from "@/db/schema/matters"
import { people, sensitivities } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { momentsAround } from "@/lib/calendar/working-days"
import type { PersonActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf, departmentPath, organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { personStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { canReport } from "@/lib/tasks/policy"
import { moveTask, reportProgress } from "@/lib/tasks/progressing"
import { seenTask } from "@/lib/tasks/task"
import { confirmPart, nudgePart, seenPart } from "./confirming"
import { createMatter } from "./creating"
import { contentIn, editMatter } from "./editing"
import { type Matter, seenMatter } from "./matter"
import { blockMatter, moveMatter } from "./moving"
import { canComment, canConfirm, canCreate, canEdit, canMove, canNudge } from "./policy"
import { type Deed, type Moment, type SampleMatter, sampleMatters } from "./sample/reading"
import { addSubTask } from "./sub-tasks"

type Own = Ctx & { actor: PersonActor }

interface Telling {
  at(moment: Moment): Date
  /** The end of a working day. */
  endOf(days: number): Date
  person(name: string): number
  department(path: string): number
  label(name: string): number | null
}

/**
 * The sample company's matters with their past: each step is made by the person it names, when it
 * happened, through the same verbs and the same permissions as at a desk.
 */
export async function matterSteps(now: Date, timeZone: string): Promise<PastChange[]> {
  const telling = await assemble(now, timeZone)
  const step = (who: string, when: Moment, does: (ctx: Own) => Promise<unknown>) =>
    personStep(telling.at(when), (tx) => actorAt(tx, telling.person(who)), does)
  return sampleMatters().flatMap((matter) => [
    step(matter.creator, matter.created, (ctx) => register(ctx, telling, matter)),
    ...matter.steps.map(({ at, who, deed }) =>
      step(who, at, async (ctx) => act(ctx, telling, await named(ctx, matter.description), deed)),
    ),
  ])
}

async function assemble(now: Date, timeZone: string): Promise<Telling> {
  const on = momentsAround(timeZone, now)
  const staff = await db().select({ id: people.id, name: people.name }).from(people)
  const org = await organisation(db())
  const labels = await db().select().from(sensitivities)
  const byName = new Map(staff.map(({ id, name }) => [name, id]))
  const byPath = new Map([...org.departments.keys()].map((id) => [departmentPath(org, id), id]))
  const byLabel = new Map(labels.map(({ name, id }) => [name, id]))
  return {
    at: (moment) =>
      "minutesAgo" in moment
        ? new Date(now.getTime() - moment.minutesAgo * 60_000)
        : on(moment.days, moment.clock),
    endOf: (days) => on(days, "18:00"),
    person: (name) => found(byName, name),
    department: (path) => found(byPath, path),
    label: (name) => (name === "" ? null : found(byLabel, name)),
  }
}

function found<V>(among: ReadonlyMap<string, V>, name: string): V {
  const value = among.get(name)
  if (value === undefined) throw new Error(`the sample company has no ${name}`)
  return value
}

async function actorAt(tx: Ctx["tx"], personId: number): Promise<PersonActor> {
  const [actor] = await actorsOf(tx, [personId])
  return actor ?? refuse("not_found")
}

/** No two of them have the same description. */
async function named(ctx: Own, description: string): Promise<Matter> {
  const [row] = await ctx.tx
    .select({ id: matters.id })
    .from(matters)
    .where(eq(matters.description, description))
  const matter = row && (await seenMatter(ctx, row))
  return matter ?? refuse("not_found", { values: { who: ctx.actor.name, what: description } })
}

const require = (may: boolean): void => {
  if (!may) refuse("forbidden")
}

function register(ctx: Own, telling: Telling, sample: SampleMatter): Promise<number> {
  require(canCreate(ctx.actor))
  const { description, goal, background, remark, work, urgency } = sample
  return createMatter(
    ctx,
    telling.department(sample.department),
    {
      ...{ description, goal, background, remark, work, urgency },
      ownerId: telling.person(sample.owner),
      dueAt: telling.endOf(sample.due),
      groupId: null,
      sensitivityId: telling.label(sample.label),
      parts: sample.parts.map((part) => ({
        departmentId: telling.department(part.department),
        ownerId: telling.person(part.owner),
        work: part.work,
      })),
    },
    sample.number,
  )
}

async function act(ctx: Own, telling: Telling, matter: Matter, deed: Deed): Promise<unknown> {
  switch (deed.does) {
    case "say":
      require(canComment(ctx.actor, matter))
      return comment(ctx, "matter", matter.id, deed.text)
    case "confirm":
    case "nudge": {
      const department = telling.department(deed.department)
      const seen = (await seenPart(ctx, { id: matter.id, department })) ?? refuse("not_found")
      const confirms = deed.does === "confirm"
      require((confirms ? canConfirm : canNudge)(ctx.actor, matter, seen.part))
      return confirms ? confirmPart(ctx, seen) : nudgePart(ctx, seen)
    }
    case "move":
      require(canMove(ctx.actor, matter, deed.state))
      return moveMatter(ctx, matter, deed.state)
    case "block":
      require(canMove(ctx.actor, matter, "blocked"))
      return blockMatter(ctx, matter, { ...deed, fromId: telling.person(deed.from) })
    case "link":
      return link(ctx, matter, deed.group)
    case "task":
      return addSubTask(ctx, matter, {
        departmentId: telling.department(deed.department),
        name: deed.name,
        ownerId: telling.person(deed.owner),
        dueAt: telling.endOf(deed.due),
      })
    default:
      return work(ctx, matter, deed)
  }
}

async function link(ctx: Own, matter: Matter, name: string): Promise<unknown> {
  require(canEdit(ctx.actor, matter))
  const [group] = await ctx.tx.select().from(groups).where(eq(groups.name, name))
  return editMatter(ctx, matter, matter.version, {
    ...contentIn(matter),
    groupId: group?.id ?? refuse("not_found"),
  })
}

async function work(
  ctx: Own,
  matter: Matter,
  deed: Extract<Deed, { does: "progress" | "task state" }>,
): Promise<unknown> {
  const [row] = await ctx.tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.name, deed.name), eq(tasks.sourceId, matter.id)))
  const task = (row && (await seenTask(ctx, row))) ?? refuse("not_found")
  require(canReport(ctx.actor, task))
  return deed.does === "progress"
    ? reportProgress(ctx, task, deed.percent)
    : moveTask(ctx, task, deed.state)
}
