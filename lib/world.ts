import "./modules"
import { usualCalendar, workingDayFrom } from "./calendar/working-days"
import { dayIn, instantOf } from "./calendar/zones"
import { isEmpty, prepareSampleStaff, seedPeople } from "./people/seed"
import { emit } from "./platform/events"
import { writeSetting } from "./platform/settings"
import { beginSteps, endSteps, unfinishedSince } from "./platform/steps"
import { writeAsSystem } from "./platform/write"
import { seedTasks } from "./tasks/seed"

const company = { name: "栖木软件", timeZone: "Asia/Shanghai", locale: "zh" } as const

/** The company began with the portal so many working days ago; its first records come after. */
const began = -20

const steps = "sample"

/**
 * The sample company 栖木软件 with its recent past, seen from `now`; for demo and tests. One that
 * was killed before its end is gone on with.
 * @returns false, and nothing is written, when the portal has people of its own already
 */
export async function loadWorld({ now = new Date() }: { now?: Date } = {}): Promise<boolean> {
  const since = (await unfinishedSince(steps)) ?? (await loadPeople(now))
  if (!since) return false
  await seedTasks(since, company.timeZone, steps)
  await writeAsSystem("sample", (ctx) => endSteps(ctx, steps))
  return true
}

/** @returns the moment that the past is seen from, or null when there are people already */
async function loadPeople(now: Date): Promise<Date | null> {
  if (!(await isEmpty())) return null
  const today = dayIn(company.timeZone, now)
  const calendar = usualCalendar(company.timeZone, Number(today.slice(0, 4)))
  const start = instantOf(company.timeZone, workingDayFrom(calendar, today, began), "09:00")
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
    { now: start },
  )
}
