import "./modules"
import { usualCalendar, workingDayFrom } from "./calendar/working-days"
import { dayIn, instantOf } from "./calendar/zones"
import { isEmpty, prepareSampleStaff, seedPeople } from "./people/seed"
import { emit } from "./platform/events"
import { writeSetting } from "./platform/settings"
import { writeAsSystem } from "./platform/write"
import { seedTasks } from "./tasks/seed"

const company = { name: "栖木软件", timeZone: "Asia/Shanghai", locale: "zh" } as const

/** The company began with the portal so many working days ago; its first records come after. */
const began = -20

/**
 * The sample company 栖木软件 with its recent past, seen from `now`; for demo and tests.
 * @returns false, and nothing is written, when the portal has people already
 */
export async function loadWorld({ now = new Date() }: { now?: Date } = {}): Promise<boolean> {
  if (!(await isEmpty())) return false
  const today = dayIn(company.timeZone, now)
  const calendar = usualCalendar(company.timeZone, Number(today.slice(0, 4)))
  const start = instantOf(company.timeZone, workingDayFrom(calendar, today, began), "09:00")
  const staff = await prepareSampleStaff(now, company.timeZone)
  const loaded = await writeAsSystem(
    "sample",
    async (ctx) => {
      if (!(await seedPeople(ctx, staff))) return false
      await writeSetting(ctx, "company", company)
      emit(ctx, { type: "settings.changed", recordId: 0, data: { names: ["company"] } })
      return true
    },
    { now: start },
  )
  if (loaded) await seedTasks(now, company.timeZone)
  return loaded
}
