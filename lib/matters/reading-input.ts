import type { Db } from "@/db/database"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { endOfWorkingDay } from "@/lib/calendar/work-time"
import { instantOf } from "@/lib/calendar/zones"
import { resolvePerson } from "@/lib/people/finding"
import { organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import type { MatterContent } from "./creating"
import type { EditedMatterFields, NewMatterFields } from "./inputs"

/** A planned day lasts until its work ends. */
export async function endOf(day: string | null): Promise<Date | null> {
  if (day === null) return null
  const calendar = await companyCalendar()
  return endOfWorkingDay(calendar, day) ?? instantOf(calendar.timeZone, day, "18:00")
}

/** The form's names and days as ids and instants. */
export async function readContent(
  db: Db,
  input: Omit<NewMatterFields, "department" | "source"> | EditedMatterFields,
): Promise<MatterContent> {
  const { description, goal, background, urgency, remark, work } = input
  const parts: MatterContent["parts"] = []
  for (const [at, { department, owner, work: does }] of input.parts.entries())
    parts.push({
      departmentId: department,
      ownerId: await responsible(db, department, owner, `who${at + 1}`),
      work: does,
    })
  return {
    ...{ description, goal, background, urgency, remark, work },
    ownerId: await resolvePerson(db, input.owner, "owner"),
    dueAt: await endOf(input.due),
    groupId: input.group,
    sensitivityId: input.sensitivity,
    parts,
  }
}

/** Who is named, or else the head of the department. */
async function responsible(db: Db, departmentId: number, named: string, field: string) {
  if (named !== "") return resolvePerson(db, named, field)
  const org = await organisation(db)
  const head = org.departments.get(departmentId)?.headId
  return head ?? refuse("invalid", { fields: { [field]: "matters.error.noHead" } })
}
