import { and, eq, inArray } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { tasks } from "@/db/schema/tasks"
import { dayIn, instantOf } from "@/lib/calendar/zones"
import { encodeCursor } from "@/lib/platform/cursor"
import { emit } from "@/lib/platform/events"
import { write } from "@/lib/platform/write"
import { as, everybody } from "@/tests/personas"
import { acting, aGroup } from "@/tests/talk"
import { aTask } from "@/tests/tasks"
import { beginWithWorld } from "@/tests/world"
import { taskFilter } from "./inputs"
import { savedView } from "./inputs-detail"
import { plain } from "./listed"
import { loadOf } from "./load"
import { dueOn, monthDays, perDay } from "./month"
import { canSee } from "./policy"
import { moveTask } from "./progressing"
import { listTasks } from "./queries"
import { findTask } from "./task"
import { findView } from "./task-view"
import { removeView, saveView } from "./viewing"
import { viewsOf } from "./views"

beforeAll(beginWithWorld)

const now = new Date()
const bounds = {
  timeZone: "Asia/Shanghai",
  now,
  endOfToday: now,
  endOfWeek: new Date(Number(now) + 7 * 86_400_000),
}
const filter = (more: object) => plain(taskFilter.parse({ view: "all", ...more }))

test.each(["owner", "home", "due"])(
  "grouped by %s every page follows the one before, nothing twice or left out",
  async (by) => {
    const actor = await as("周舟")
    const pages = async (more: object) => {
      const ids: number[] = []
      const keys: string[] = []
      for (let after: string | undefined; ; ) {
        const { rows, next } = await listTasks(actor, { ...filter(more), after }, bounds)
        ids.push(...rows.map(({ id }) => id))
        keys.push(
          ...rows.map((row) =>
            by === "owner"
              ? String(row.ownerId)
              : by === "home"
                ? `${row.groupId ?? `d${row.departmentId}`}`
                : String(row.state === "done"),
          ),
        )
        if (next === null) return { ids, keys }
        after = next
      }
    }
    const grouped = await pages({ by })
    const usual = await pages({})
    expect(grouped.ids.length).toBeGreaterThan(50)
    expect(grouped.ids.toSorted()).toEqual(usual.ids.toSorted())
    // A group stands in one piece.
    const runs = grouped.keys.filter((key, nth) => key !== grouped.keys[nth - 1])
    expect(runs).toHaveLength(new Set(runs).size)
  },
)

test("a place in the list tells nothing of a task that isn't the reader's to see", async () => {
  const actor = await as("周舟")
  const [hidden] = await db()
    .select({ id: tasks.id })
    .from(tasks)
    .where(eq(tasks.name, "并购意向：尽职调查清单"))
  expect(await findTask(db(), hidden?.id ?? 0).then((task) => task && canSee(actor, task))).toBe(
    false,
  )
  for (const by of ["owner", "home"]) {
    const after = (id: number) => encodeCursor({ key: actor.personId, id })
    const from = async (id: number) =>
      (await listTasks(actor, { ...filter({ by }), after: after(id) }, bounds)).rows
    expect(await from(hidden?.id ?? 0)).toEqual(await from(9_999_999))
  }
})

test("what a page ended with may change meanwhile: nothing is lost and nothing comes twice", async () => {
  const actor = await as("周舟")
  const page = (after?: string) => listTasks(actor, { ...filter({ by: "owner" }), after }, bounds)
  const { rows } = await page()
  const last = rows.find(
    ({ state, ownerId }, nth) =>
      state !== "done" && ownerId === rows[nth + 1]?.ownerId && ownerId === rows[nth + 2]?.ownerId,
  )
  const task = await findTask(db(), last?.id ?? 0)
  if (!last || !task) throw new Error("nobody has several tasks")
  const after = encodeCursor({ key: last.ownerId, second: last.sortKey, id: last.id })
  const others = async () =>
    (await page(after)).rows.flatMap(({ id }) => (id === last.id ? [] : [id])).slice(0, 40)
  const before = await others()
  await write(actor, (ctx) => moveTask(ctx, task, "done"))
  expect(await others()).toEqual(before)
})

test("a month shows what is due in it, to whom may see it", async () => {
  const month = dayIn("Asia/Shanghai", now).slice(0, 7)
  const days = monthDays(month)
  expect(days.length % 7).toBe(0)
  for (const who of ["林默", "周舟", "方圆"]) {
    const actor = await as(who)
    const rows = await dueOn(actor, filter({}), days, bounds)
    expect(rows.length, who).toBeGreaterThan(0)
    for (const { id, dueAt } of rows) {
      const task = await findTask(db(), id)
      expect(task && canSee(actor, task)).toBe(true)
      expect(days).toContain(dueAt && dayIn("Asia/Shanghai", dueAt))
    }
  }
})

test("of each day a month holds the first that the day's own list has, in every view", async () => {
  const month = dayIn("Asia/Shanghai", now).slice(0, 7)
  const days = monthDays(month)
  let found = 0
  for (const who of ["林默", "周舟", "陈晨", "方圆"]) {
    const actor = await as(who)
    for (const view of ["all", "mine", "helping", "created", "department", "risks"] as const) {
      const rows = await dueOn(actor, filter({ view }), days, bounds)
      const byDay = Map.groupBy(rows, ({ dueAt }) => dueAt && dayIn("Asia/Shanghai", dueAt))
      for (const day of days) {
        const listed = await listTasks(actor, filter({ view, due: day, sort: "due" }), bounds)
        const first = listed.rows.slice(0, perDay + 1).map(({ id }) => id)
        expect(byDay.get(day)?.map(({ id }) => id) ?? [], `${who} ${view} ${day}`).toEqual(first)
      }
      found += rows.length
    }
  }
  expect(found).toBeGreaterThan(50)
})

test("a day with many leaves the month's other days theirs, and its own list has them all", async () => {
  const actor = await as("周舟")
  const days = monthDays("2031-03")
  const due = (day: string) => instantOf("Asia/Shanghai", day, "10:00")
  const made = await acting(actor.personId, async (ctx) => {
    const ids: number[] = []
    for (let nth = 0; nth < 20; nth++) ids.push(await aTask(ctx, actor.personId, `月初的 ${nth}`))
    const later = await aTask(ctx, actor.personId, "月末的")
    const at = (ids: number[], day: string) =>
      ctx.tx
        .update(tasks)
        .set({ dueAt: due(day) })
        .where(inArray(tasks.id, ids))
    await at(ids, "2031-03-03")
    await at([later], "2031-03-31")
    return { ids, later }
  })
  const rows = await dueOn(actor, filter({ view: "mine" }), days, bounds)
  expect(rows).toHaveLength(perDay + 2)
  expect(rows.at(-1)?.id).toBe(made.later)
  const { rows: listed } = await listTasks(actor, filter({ due: "2031-03-03" }), bounds)
  expect(listed.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(made.ids)
})

test("a month that no task can have is this one", () => {
  const from = (day: string) => taskFilter.parse({ as: "calendar", from: day }).from
  expect(["9999-12-01", "0000-01-01", "3000-01-01"].map(from)).toEqual(Array(3).fill(undefined))
  for (const day of ["1970-02-01", "2999-12-31"]) {
    expect(from(day)).toBe(day)
    expect(monthDays(day.slice(0, 7)).length % 7).toBe(0)
  }
})

test("heads count what their people have to do, without what isn't theirs to see", async () => {
  const head = await as("周舟")
  const load = await loadOf(head, bounds)
  const chen = load.find(({ name }) => name === "陈晨")
  const { rows } = await listTasks(head, filter({ owner: chen?.id, state: "open" }), bounds)
  expect(chen?.open).toBe(rows.length)
  expect(chen?.late).toBe(rows.filter(({ overdue }) => overdue).length)
  expect(load.some(({ name }) => name === "苏苏")).toBe(false)
  expect(await loadOf(await as("陈晨"), bounds)).toEqual([])
})

test("a view is its maker's and theirs whom it is shared with, until it is removed", async () => {
  const head = await as("柯南星")
  const share = (departmentId: number | null) =>
    write(head, (ctx) =>
      saveView(Object.assign(ctx, { actor: head }), {
        ...{ name: "高优先级", query: "view=department&priority=high", groupId: null },
        departmentId,
      }),
    )
  const who = async (id: number) => {
    const seen = await Promise.all(
      (await everybody()).map(async (actor) => ({
        actor,
        has: (await viewsOf(actor)).some((view) => view.id === id),
      })),
    )
    return seen.flatMap(({ actor, has }) => (has ? [actor.name] : []))
  }
  expect(await who(await share(null))).toEqual(["柯南星"])
  const shared = await share(head.departmentId)
  const colleagues = await who(shared)
  expect(colleagues).toContain("李安宁")
  expect(colleagues).not.toContain("陈晨")
  await expect(share((await as("陈晨")).departmentId)).rejects.toMatchObject({ code: "invalid" })
  const view = await findView(db(), shared)
  if (view) await write(head, (ctx) => removeView(Object.assign(ctx, { actor: head }), view))
  expect(await who(shared)).toEqual([])
})

test("what a view leads to is a filter and nothing else", () => {
  const read = (query: string) => savedView.parse({ name: "甲", query, share: "" }).query
  expect(read("view=all&state=open&as=board")).toBe("view=all&state=open&as=board")
  expect(read("view=nothing&evil=javascript:alert(1)&sort=due&as=list")).toBe("sort=due")
})

test("a group's name is its members' to read, also on a view that somebody else once shared with it", async () => {
  const zhou = await as("周舟")
  const chen = await as("陈晨")
  const groupId = await aGroup([zhou.personId, chen.personId], { name: "并购小组" })
  const member = await as("陈晨")
  await write(member, async (ctx) =>
    saveView(Object.assign(ctx, { actor: member }), {
      ...{ name: "小组的", query: "view=all", departmentId: null, groupId },
    }),
  )
  const shown = async () =>
    (await viewsOf(await as("陈晨"))).find(({ name }) => name === "小组的")?.sharedWith
  await acting(zhou.personId, async (ctx) => {
    await ctx.tx.update(groups).set({ name: "并购小组甲" }).where(eq(groups.id, groupId))
    emit(ctx, { type: "group.changed", recordId: groupId })
  })
  expect(await shown()).toBe("并购小组甲")
  await acting(zhou.personId, async (ctx) => {
    await ctx.tx
      .delete(groupMembers)
      .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.personId, chen.personId)))
    emit(ctx, { type: "group.changed", recordId: groupId })
  })
  expect(await shown()).toBeNull()
})
