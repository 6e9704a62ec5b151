import { eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { momentsAround } from "@/lib/calendar/working-days"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { actorsOf } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { personStep } from "@/lib/platform/steps"
import type { PastChange } from "@/lib/platform/write"
import { addColleague } from "./colleagues"
import { type SampleAppointment, sampleAppointments, sampleColleagues } from "./sample/appointments"
import { createAppointment } from "./writing"

/** What people of the sample company noted in their calendars, each by themselves. */
export async function appointmentSteps(now: Date, timeZone: string): Promise<PastChange[]> {
  const on = momentsAround(timeZone, now)
  const staff = await db().select({ id: people.id, staffNo: people.staffNo }).from(people)
  const idOf = (staffNo: string) =>
    staff.find((each) => each.staffNo === staffNo)?.id ?? refuse("not_found")
  const step = (
    staffNo: string,
    days: number,
    does: (ctx: Ctx & { actor: PersonActor }) => Promise<unknown>,
  ) => personStep(on(days, "09:05"), (tx) => actorOf(tx, staffNo), does)
  return [
    ...sampleAppointments.map((sample) =>
      step(sample.who, Math.min(-1, sample.day - 3), (ctx) =>
        createAppointment(ctx, contentOf(sample, on)),
      ),
    ),
    ...sampleColleagues.map(([who, colleague]) =>
      step(who, -1, async (ctx) => {
        await addColleague(ctx, idOf(colleague))
      }),
    ),
  ]
}

async function actorOf(tx: Ctx["tx"], staffNo: string): Promise<PersonActor> {
  const [row] = await tx.select({ id: people.id }).from(people).where(eq(people.staffNo, staffNo))
  const [actor] = row ? await actorsOf(tx, [row.id]) : []
  return actor ?? refuse("not_found")
}

function contentOf(sample: SampleAppointment, on: (days: number, clock: string) => Date) {
  const { title, place = "", rule = null, shows = "busy", until = sample.day } = sample
  return {
    ...{ title, place, rule, shows, note: "", reminders: sample.reminders ?? [10] },
    startAt: on(sample.day, sample.from),
    endAt: on(until, sample.to),
    allDay: false,
  }
}
