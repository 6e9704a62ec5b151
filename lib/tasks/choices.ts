import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm"
import { db, prepared } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { sensitivities } from "@/db/schema/people"
import { companyCalendar } from "@/lib/calendar/company-calendar"
import { endOfWorkingDay, nextWorkingDay, workingTimeBetween } from "@/lib/calendar/work-time"
import { periodsOf } from "@/lib/calendar/work-week"
import { addDays, dayIn, weekdayOf } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { canGroup, canHome, canLabel, canMove } from "./policy"
import type { Task } from "./task"

/**
 * What the form offers: departments this person may put a task into, and labels they are cleared
 * for, as far as they may change the one that the task has.
 */
export async function formChoices(actor: PersonActor, task?: Task) {
  const org = await organisation(db())
  const homes = [...org.departments.values()]
    .filter((department) => !department.closed && canHome(actor, department.id))
    .map((department) => ({ value: department.id, label: departmentPath(org, department.id) }))
    .sort((a, b) => a.label.localeCompare(b.label, "zh-CN"))
  const cleared = task && !canMove(actor, task) ? [] : [...actor.clearances]
  const labels =
    cleared.length === 0
      ? []
      : await db().select().from(sensitivities).where(inArray(sensitivities.id, cleared))
  const offered = labels.filter(
    ({ id, closedAt }) => canLabel(actor, id) && (closedAt === null || id === task?.sensitivityId),
  )
  return { homes, labels: offered, groups: await groupChoices(actor, task?.groupId ?? null) }
}

const groupsOf = prepared((on) =>
  on
    .select({ value: groups.id, label: groups.name })
    .from(groups)
    .innerJoin(groupMembers, eq(groupMembers.groupId, groups.id))
    .where(
      and(
        eq(groupMembers.personId, sql.placeholder("personId")),
        ne(groups.kind, "direct"),
        isNull(groups.archivedAt),
      ),
    )
    .orderBy(asc(groups.name))
    .limit(300)
    .prepare(),
)

/** Groups that the actor may put work into, by name, and the one that the task is in. */
async function groupChoices(actor: PersonActor, present: number | null) {
  const rows = await groupsOf(db()).execute({ personId: actor.personId })
  return rows.filter(({ value }) => value === present || canGroup(actor, value))
}

/** Ends of working days that people usually mean: today, tomorrow, Friday. */
export async function duePicks(now = new Date()) {
  const calendar = await companyCalendar()
  const today = dayIn(calendar.timeZone, now)
  const tomorrow = nextWorkingDay(calendar, today)
  const friday = addDays(today, (5 - weekdayOf(today) + 7) % 7)
  const days = [
    { name: "today" as const, day: today },
    { name: "tomorrow" as const, day: tomorrow },
    { name: "friday" as const, day: friday },
  ]
  const seen = new Set<string>()
  return days.flatMap(({ name, day }) => {
    const at = endOfWorkingDay(calendar, day)
    if (!at || at <= now || seen.has(day)) return []
    seen.add(day)
    const time = periodsOf(calendar, day).at(-1)?.[1] ?? ""
    return [
      {
        name,
        time,
        value: `${day}T${time}`,
        hours: Math.floor(workingTimeBetween(calendar, now, at) / 60),
      },
    ]
  })
}
