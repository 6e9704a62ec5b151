import type { z } from "zod"
import type { Db } from "@/db/database"
import { instantOf } from "@/lib/calendar/zones"
import { resolvePerson } from "@/lib/people/finding"
import { settings } from "@/lib/platform/settings"
import type { Changes } from "./changing-many"
import type { NewTask } from "./creating"
import type { changedTasks, TaskFields } from "./inputs"

const zoned = /(Z|[+-]\d\d:\d\d)$/

/** `2026-11-24T15:00` in company time, or an instant that says its own zone. */
function instantIn(timeZone: string, moment: string | null): Date | null {
  if (moment === null) return null
  if (zoned.test(moment)) return new Date(moment)
  const [day = "", time = "00:00"] = moment.split("T")
  return instantOf(timeZone, day, time.slice(0, 5))
}

/** One after another, each once: whoever is named twice helps once. */
async function each(names: readonly string[], find: (name: string) => Promise<number>) {
  const ids = new Set<number>()
  for (const name of names) ids.add(await find(name))
  return [...ids]
}

/** The form's names and local times as ids and instants; only the fields that are there. */
export async function readFields(
  db: Db,
  fields: Partial<TaskFields> & { reason?: string | undefined },
): Promise<Partial<NewTask> & { reason?: string }> {
  const { timeZone } = (await settings()).company
  const { owner, coworkers, start, due, department, group, sensitivity, reason, ...texts } = fields
  const read: Partial<NewTask> & { reason?: string } = { ...texts, ...(reason && { reason }) }
  if (owner !== undefined) read.ownerId = await resolvePerson(db, owner, "owner")
  if (coworkers !== undefined)
    read.coworkerIds = await each(coworkers, (name) => resolvePerson(db, name, "coworkers"))
  if (start !== undefined) read.startAt = instantIn(timeZone, start)
  if (due !== undefined) read.dueAt = instantIn(timeZone, due)
  if (department !== undefined) read.departmentId = department
  if (group !== undefined) read.groupId = group
  if (sensitivity !== undefined) read.sensitivityId = sensitivity
  return read
}

export async function readNewTask(db: Db, fields: TaskFields): Promise<NewTask> {
  const {
    ownerId = 0,
    coworkerIds = [],
    startAt = null,
    dueAt = null,
    departmentId = null,
    groupId = null,
    sensitivityId = null,
  } = await readFields(db, fields)
  const { name, description, priority, risk, riskLevel } = fields
  return {
    name,
    description,
    priority,
    risk,
    riskLevel,
    ownerId,
    coworkerIds,
    startAt,
    dueAt,
    departmentId,
    groupId,
    sensitivityId,
  }
}

/** What the bar under a list says, with names as ids and local times as instants. */
export async function readChanges(db: Db, input: z.output<typeof changedTasks>): Promise<Changes> {
  const { state, support, priority, owner, due, tag, reason } = input
  const read = await readFields(db, { due, ...(owner !== null && { owner }) })
  const [ownerId, dueAt] = [read.ownerId ?? null, read.dueAt ?? null]
  return { state, support, priority, tag, reason, ownerId, dueAt }
}
