import { eq } from "drizzle-orm"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { people, sensitivities } from "@/db/schema/people"
import { momentsAround } from "@/lib/calendar/working-days"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { personStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { office } from "./sample/office"
import { series } from "./sample/series"
import type { Moment, SampleMeeting } from "./sample/telling"
import { templateSteps } from "./sample/templates"
import { bookingSteps } from "./seed-booking"
import { correctionSteps, objectionSteps } from "./seed-correction"
import { meetingSteps as heldSteps } from "./seed-meeting"
import { recordingSteps } from "./seed-recording"
import { reportSteps } from "./seed-report"

export type Own = Ctx & { actor: PersonActor }

/** What the stories need to know of the company. */
export interface Company {
  at(moment: Moment): Date
  person(name: string): number
  /** Asked in the step: groups come with the same past. */
  group(tx: Db, name: string | undefined): Promise<number | null>
  now: Date
  label(name: string | undefined): number | null
  /** Something that somebody does at a moment. */
  step(who: string, when: Date, does: (ctx: Own) => Promise<unknown>): PastChange
}

/**
 * The sample company's meetings with their past: each step is made by the person it names, when it
 * happened, through the same verbs and the same permissions as at a desk.
 */
export async function meetingSteps(now: Date, timeZone: string): Promise<PastChange[]> {
  const company = await assemble(now, timeZone)
  const steps: PastChange[] = [...templateSteps(company)]
  for (const sample of [...series, ...office] satisfies SampleMeeting[])
    steps.push(
      ...bookingSteps(company, sample),
      ...heldSteps(company, sample),
      ...correctionSteps(company, sample),
      ...objectionSteps(company, sample),
      ...(await recordingSteps(company, sample)),
    )
  return [...steps, ...reportSteps(company, timeZone)]
}

async function assemble(now: Date, timeZone: string): Promise<Company> {
  const on = momentsAround(timeZone, now)
  const staff = await db().select({ id: people.id, name: people.name }).from(people)
  const labels = await db().select().from(sensitivities)
  const byName = new Map(staff.map(({ id, name }) => [name, id]))
  const byLabel = new Map(labels.map(({ name, id }) => [name, id]))
  const found = (among: ReadonlyMap<string, number>, name: string) =>
    among.get(name) ?? refuse("not_found", { values: { name } })
  return {
    at: (moment) =>
      "minutes" in moment
        ? new Date(now.getTime() + moment.minutes * 60_000)
        : on(moment.days, moment.clock),
    person: (name) => found(byName, name),
    group: groupNamed,
    now,
    label: (name) => (name === undefined ? null : found(byLabel, name)),
    step: (who, when, does) =>
      personStep(
        when,
        (tx) => actorAt(tx, found(byName, who)),
        (ctx) => does(ctx),
      ),
  }
}

async function groupNamed(tx: Db, name: string | undefined): Promise<number | null> {
  if (name === undefined) return null
  const [row] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.name, name))
  return row?.id ?? refuse("not_found", { values: { name } })
}

async function actorAt(tx: Ctx["tx"], personId: number): Promise<PersonActor> {
  const [actor] = await actorsOf(tx, [personId])
  return actor ?? refuse("not_found")
}
