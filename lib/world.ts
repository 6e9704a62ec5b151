import "./modules"
import { and, eq, lt } from "drizzle-orm"
import { bundles, deliveries } from "@/db/schema/notifications"
import { appointmentSteps } from "./appointments/seed"
import { reviewSteps } from "./audit/seed"
import { momentsAround } from "./calendar/working-days"
import { clientSteps } from "./clients/seed"
import { groupSteps } from "./groups/seed"
import { guestSteps } from "./guests/seed"
import { matterSteps } from "./matters/seed"
import { meetingSteps } from "./meetings/seed"
import { messageSteps } from "./messages/seed"
import { levelSteps } from "./people/sample-levels"
import { isEmpty, prepareSampleStaff, seedPeople } from "./people/seed"
import type { Ctx } from "./platform/context"
import { emit } from "./platform/events"
import { writeSetting } from "./platform/settings"
import { beginSteps, endSteps, takeSteps, unfinishedSince } from "./platform/steps"
import { writeAsSystem } from "./platform/write"
import { taskSteps } from "./tasks/seed"
import { ticketSteps } from "./tickets/seed"

const company = { name: "栖木软件", timeZone: "Asia/Shanghai", locale: "zh" } as const

/** The company began with the portal so many working days ago; its records come after. */
const began = -60

const steps = "sample"

/**
 * The sample company 栖木软件 with its recent past, seen from `now`; for demo and tests. One that
 * was killed before its end is gone on with.
 * @returns false, and nothing is written, when the portal has people of its own already
 */
export async function loadWorld({ now = new Date() }: { now?: Date } = {}): Promise<boolean> {
  const since = (await unfinishedSince(steps)) ?? (await loadPeople(now))
  if (!since) return false
  const at = momentsAround(company.timeZone, since)
  await takeSteps(steps, [
    ...(await levelSteps(at)),
    ...(await reviewSteps(at)),
    ...(await groupSteps(since, company.timeZone)),
    ...(await taskSteps(since, company.timeZone)),
    ...(await messageSteps(since, company.timeZone)),
    ...(await matterSteps(since, company.timeZone)),
    ...(await appointmentSteps(since, company.timeZone)),
    ...(await meetingSteps(since, company.timeZone)),
    ...(await clientSteps(since, company.timeZone)),
    ...(await guestSteps(since, company.timeZone)),
    ...(await ticketSteps(since, company.timeZone)),
  ])
  await writeAsSystem("sample", async (ctx) => {
    await dealtWith(ctx, at(-2, "00:00"))
    // Mails of its past went out then; a mail server that is entered one day must not send them.
    await ctx.tx.delete(deliveries)
    await endSteps(ctx, steps)
  })
  return true
}

/** Nobody leaves the inbox untouched for days: what is older was dealt with. */
const dealtWith = (ctx: Ctx, before: Date): Promise<unknown> =>
  ctx.tx
    .update(bundles)
    .set({ state: "done", unread: 0, doneAt: before })
    .where(and(eq(bundles.state, "open"), lt(bundles.lastAt, before)))

/** @returns the moment that the past is seen from, or null when there are people already */
async function loadPeople(now: Date): Promise<Date | null> {
  if (!(await isEmpty())) return null
  const staff = await prepareSampleStaff(now, company.timeZone)
  return writeAsSystem(
    "sample",
    async (ctx) => {
      if (!(await seedPeople(ctx, staff))) return null
      await writeSetting(ctx, "company", company)
      emit(ctx, { type: "settings.changed", recordId: 0, data: { names: ["company"] } })
      await beginSteps(ctx, steps, now)
      return now
    },
    { now: momentsAround(company.timeZone, now)(began, "09:00") },
  )
}
