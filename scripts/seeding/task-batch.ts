import { inArray } from "drizzle-orm"
import { insertMany } from "@/db/bulk"
import type { Db } from "@/db/database"
import { engine } from "@/db/engine"
import { events, unsealed } from "@/db/schema/events"
import { priorities, taskCoworkers, taskStates, tasks } from "@/db/schema/tasks"
import { topicOf } from "@/lib/platform/access"
import { indexMany } from "@/lib/platform/bulk-index"
import { sortKeyOf } from "@/lib/tasks/order"
import { type Task, withGrants } from "@/lib/tasks/task"
import type { Dice } from "./dice"

export interface Colleague {
  id: number
  departmentId: number
}

const things = [
  "登录页",
  "报表导出",
  "客户回访",
  "合同续签",
  "培训材料",
  "数据看板",
  "招标答疑",
  "库存盘点",
  "接口文档",
  "活动页面",
] as const
const verbs = ["整理", "核对", "评审", "上线", "修复", "跟进", "更新", "验收"] as const
const hour = 3_600_000
const day = 24 * hour

function taskRow(n: number, staff: readonly [Colleague, ...Colleague[]], now: number, roll: Dice) {
  const owner = roll.pick(staff)
  const creator = roll.chance(0.4) ? owner : roll.pick(staff)
  const createdAt = new Date(now - (1 + roll.below(365)) * day)
  const state = roll.chance(0.6) ? "done" : roll.pick(taskStates)
  const dueAt = roll.chance(0.9) ? new Date(createdAt.getTime() + (1 + roll.below(60)) * day) : null
  const updatedAt = new Date(Math.min(now, createdAt.getTime() + roll.below(30) * day))
  const doneAt = state === "done" ? updatedAt : null
  return {
    name: `${roll.pick(verbs)}${roll.pick(things)} 第 ${n + 1} 号`,
    description: `${roll.pick(things)}的${roll.pick(verbs)}，按约定时间完成并在动态里说明进展。`,
    ownerId: owner.id,
    creatorId: creator.id,
    departmentId: roll.chance(0.7) ? owner.departmentId : null,
    dueAt,
    priority: roll.pick(priorities),
    progress: state === "done" ? 100 : state === "todo" ? 0 : 10 * (1 + roll.below(9)),
    state,
    createdAt,
    updatedAt,
    progressAt: state === "todo" ? null : updatedAt,
    doneAt,
    sortKey: sortKeyOf({ state, dueAt, doneAt }),
  }
}

/** Tasks `from` to `until` with everything that one transaction each would have left behind. */
export const seedTaskBatch = (
  range: { from: number; until: number },
  staff: readonly [Colleague, ...Colleague[]],
  now: number,
  roll: Dice,
): Promise<void> =>
  engine().write(async ({ db }) => {
    const rows = Array.from({ length: range.until - range.from }, (_, i) =>
      taskRow(range.from + i, staff, now, roll),
    )
    const stored = await insertMany<typeof tasks, { id: number }>(db, tasks, rows, {
      returning: ["id"],
    })
    const ids = stored.map(({ id }) => Number(id)).toSorted((a, b) => a - b)
    const helping = ids.flatMap((taskId, i) => {
      const others = new Set(Array.from({ length: roll.below(4) }, () => roll.pick(staff).id))
      others.delete(rows[i]?.ownerId ?? 0)
      return [...others].map((personId) => ({ taskId, personId }))
    })
    await insertMany(db, taskCoworkers, helping)
    await finish(db, ids, helping)
  })

async function finish(
  db: Db,
  ids: readonly number[],
  helping: readonly { taskId: number; personId: number }[],
) {
  const coworkers = Map.groupBy(helping, ({ taskId }) => taskId)
  const stored = await db
    .select()
    .from(tasks)
    .where(inArray(tasks.id, [...ids]))
  const records = stored.map((row) =>
    withGrants(
      row,
      (coworkers.get(row.id) ?? []).map(({ personId }) => personId),
    ),
  )
  await indexMany(db, "task", records)
  const said = await insertMany<typeof events, { id: number }>(
    db,
    events,
    records.flatMap(historyOf),
    {
      returning: ["id"],
    },
  )
  await insertMany(
    db,
    unsealed,
    said.map(({ id }) => ({ eventId: Number(id) })),
  )
}

function historyOf(task: Task) {
  const about = {
    kind: "task",
    recordId: task.id,
    requestId: "",
    topics: [`task:${task.id}`, ...task.grants.map(({ principal }) => topicOf(principal))],
  }
  const made = {
    ...about,
    type: "task.created",
    at: task.createdAt,
    actorKind: "person" as const,
    actorId: task.creatorId,
    data: { ownerId: task.ownerId, coworkerIds: task.coworkerIds },
  }
  if (task.state === "todo") return [made]
  const type = task.state === "done" ? "task.completed" : "task.progressed"
  return [
    made,
    { ...made, type, at: task.updatedAt, actorId: task.ownerId, data: { after: task.progress } },
  ]
}
