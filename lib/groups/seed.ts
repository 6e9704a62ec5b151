import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { usualCalendar, workingDayFrom } from "@/lib/calendar/working-days"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf, departmentPath, organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { personStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { announce, announcementOf, readAnnouncementNow } from "./announcing"
import { createGroup } from "./creating"
import { openDirect } from "./direct"
import { findGroup, type Group } from "./group"
import { joinGroup } from "./joining"
import { leaveGroup } from "./leaving"
import { openRequests } from "./open-requests"
import { canChange, canCreate, canManage, canSee } from "./policy"
import { askToJoin, decideRequest } from "./requests"
import { setOnCall, setRole } from "./roles"
import { sampleChats, sampleGroups } from "./sample/company"
import type { Moment, SampleGroup } from "./sample/telling"

type Own = Ctx & { actor: PersonActor }
type Does = (ctx: Own) => Promise<unknown>
type Instants = (moment: Moment) => Date

interface Cast {
  id(name: string): number
  departmentId(path: string | undefined): number | null
}

/**
 * The sample company's groups as they came about: each step is made by the person it names, when it
 * happened, through the same verbs and the same permissions as at a desk.
 */
export async function groupSteps(now: Date, timeZone: string): Promise<PastChange[]> {
  const at = instantsFrom(now, timeZone)
  const cast = await assemble()
  const step = (who: string, when: Date, does: Does) =>
    personStep(when, (tx) => actorAt(tx, cast.id(who)), does)
  return [
    ...sampleGroups.flatMap((sample) => stepsOf(sample, { at, cast, now, step })),
    ...sampleChats.map((chat) =>
      step(chat.by, at(chat.at), (ctx) => openDirect(ctx, chat.with.map(cast.id))),
    ),
  ]
}

interface Telling {
  at: Instants
  cast: Cast
  now: Date
  step(who: string, when: Date, does: Does): PastChange
}

function stepsOf(sample: SampleGroup, telling: Telling): PastChange[] {
  const { at, step } = telling
  const group = (ctx: Own) => named(ctx, sample.name || (sample.department ?? ""))
  return [
    step(sample.by, at(sample.made), (ctx) => begin(ctx, sample, telling.cast)),
    ...(sample.comings ?? []).map(({ at: moment, who, does }) =>
      step(who, at(moment), async (ctx) =>
        does === "join" ? joinGroup(ctx, await group(ctx)) : leaveGroup(ctx, await group(ctx)),
      ),
    ),
    ...announcedSteps(sample, group, telling),
    ...requestSteps(sample, group, telling),
  ]
}

/** The group with all that its manager decides at once. */
async function begin(ctx: Own, sample: SampleGroup, cast: Cast): Promise<void> {
  if (!canCreate(ctx.actor)) refuse("forbidden", { values: { who: sample.by } })
  const { kind, name, about, joinRule = "invitation" } = sample
  const id = await createGroup(ctx, {
    ...{ kind, name, about, joinRule },
    departmentId: cast.departmentId(sample.department),
    memberIds: sample.members.map(cast.id),
  })
  const group = (await findGroup(ctx.tx, id)) ?? refuse("not_found")
  for (const who of sample.managers ?? []) await setRole(ctx, group, cast.id(who), "manager")
  for (const who of sample.onCall ?? []) await setOnCall(ctx, group, cast.id(who), true)
}

type Find = (ctx: Own) => Promise<Group>

const announcedSteps = (
  sample: SampleGroup,
  group: Find,
  { at, now, step }: Telling,
): PastChange[] =>
  (sample.announcements ?? []).flatMap((said) => {
    const when = at(said.at)
    const { topic, body, ordinaryMinutes = null, urgentMinutes = null } = said
    const readAt = (minutes: number) =>
      new Date(Math.min(when.getTime() + minutes * 60_000, now.getTime()))
    return [
      step(said.by, when, async (ctx) => {
        const here = await group(ctx)
        if (!canChange(ctx.actor, here)) refuse("forbidden", { values: { who: said.by } })
        await announce(ctx, here, { topic, body, ordinaryMinutes, urgentMinutes })
      }),
      ...said.read.map(([who, minutes]) =>
        step(who, readAt(minutes), async (ctx) => {
          const here = await group(ctx)
          if (!canSee(ctx.actor, here)) refuse("forbidden", { values: { who } })
          const newest = await announcementOf(ctx.tx, here.id)
          if (newest) await readAnnouncementNow(ctx, here, newest.id)
        }),
      ),
    ]
  })

const requestSteps = (
  sample: SampleGroup,
  group: Find,
  { at, cast, step }: Telling,
): PastChange[] =>
  (sample.requests ?? []).flatMap(({ at: moment, who, note, granted }) => [
    step(who, at(moment), async (ctx) => askToJoin(ctx, await group(ctx), note)),
    ...(granted
      ? [
          step(granted.by, at(granted.at), async (ctx) => {
            const here = await group(ctx)
            if (!canManage(ctx.actor, here)) refuse("forbidden", { values: { who: granted.by } })
            const open = await openRequests(ctx.tx, here.id)
            const asked = open.find(({ personId }) => personId === cast.id(who))
            if (asked) await decideRequest(ctx, here, asked.id, true)
          }),
        ]
      : []),
  ])

async function named(ctx: Ctx, name: string): Promise<Group> {
  const [row] = await ctx.tx.select({ id: groups.id }).from(groups).where(eq(groups.name, name))
  return (row && (await findGroup(ctx.tx, row.id))) ?? refuse("not_found", { values: { name } })
}

/** Who somebody is changes with every group they come into: asked again for each step. */
async function actorAt(tx: Db, personId: number): Promise<PersonActor> {
  const [actor] = await actorsOf(tx, [personId])
  if (!actor) throw new Error(`the sample company has no person ${personId}`)
  return actor
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
  const rows = await db().select({ id: people.id, name: people.name }).from(people)
  const org = await organisation(db())
  const ids = new Map(rows.map(({ id, name }) => [name, id]))
  const byPath = new Map([...org.departments.keys()].map((id) => [departmentPath(org, id), id]))
  return {
    id: (name) => found(ids, name),
    departmentId: (path) => (path === undefined ? null : found(byPath, path)),
  }
}

function found<V>(among: ReadonlyMap<string, V>, name: string): V {
  const value = among.get(name)
  if (value === undefined) throw new Error(`the sample company has no ${name}`)
  return value
}
