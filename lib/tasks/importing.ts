import { and, inArray } from "drizzle-orm"
import { breath } from "@/db/breath"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { tasks } from "@/db/schema/tasks"
import { nameBook } from "@/lib/people/name-book"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import {
  checkRecords,
  type RecordCheck,
  type RowOutcome,
  takePlans,
} from "@/lib/platform/record-import"
import { createTask } from "./creating"
import { requiredTaskColumns, taskTitles } from "./import-columns"
import { groupBook } from "./import-places"
import { readTaskRow, type TaskPlan } from "./import-rows"
import { visibleTo } from "./policy"

/** What a file in the columns of template T3 would make; nothing is written. */
export async function checkTaskFile(
  actor: PersonActor,
  fileId: number,
): Promise<RecordCheck<TaskPlan> | null> {
  return checkRecords(actor, fileId, taskTitles, requiredTaskColumns, async (rows, workbook) => {
    const known = { book: await nameBook(db()), groups: await groupBook(actor), workbook }
    const outcomes: RowOutcome<TaskPlan>[] = []
    for (const row of rows) {
      outcomes.push(await readTaskRow(actor, known, row))
      await breath()
    }
    return withoutKnown(actor, outcomes)
  })
}

const keyOf = ({ name, ownerId, dueAt }: { name: string; ownerId: number; dueAt: Date | null }) =>
  `${ownerId} ${dueAt?.getTime() ?? ""} ${name}`

/** The same name, owner and due time: it is there already, and the file can be taken again. */
async function withoutKnown(actor: PersonActor, outcomes: readonly RowOutcome<TaskPlan>[]) {
  const owners = new Set(outcomes.flatMap(({ plan }) => plan?.ownerId ?? []))
  const rows = await db()
    .select({ name: tasks.name, ownerId: tasks.ownerId, dueAt: tasks.dueAt })
    .from(tasks)
    .where(
      and(
        inArray(tasks.ownerId, idsIn([...owners])),
        inArray(tasks.name, [...new Set(outcomes.map(({ name }) => name))]),
        visibleTo(actor),
      ),
    )
  const seen = new Set(rows.map(keyOf))
  return outcomes.map((outcome): RowOutcome<TaskPlan> => {
    if (!outcome.plan) return outcome
    const key = keyOf(outcome.plan)
    if (seen.has(key)) return { ...outcome, kind: "unchanged", plan: null }
    seen.add(key)
    return outcome
  })
}

/**
 * Makes them all as they stand in the file. What is behind somebody is told to nobody; who can help
 * is asked.
 * @throws Refusal as `takePlans` and `createTask` do
 */
export async function importTasks(
  ctx: Ctx & { actor: PersonActor },
  check: RecordCheck<TaskPlan>,
): Promise<number> {
  const plans = await takePlans(ctx, check)
  for (const { state, progress, ...plan } of plans) {
    const recordId = await createTask(ctx, {
      ...{ ...plan, priority: "medium", sensitivityId: null, imported: { state, progress } },
    })
    if (state === "need_support") emit(ctx, { type: "task.needs_support", recordId })
    await breath()
  }
  emit(ctx, {
    type: "task.file_imported",
    recordId: ctx.actor.personId,
    data: { count: plans.length },
  })
  return plans.length
}
