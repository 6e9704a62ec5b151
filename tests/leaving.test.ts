import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { events } from "@/db/schema/events"
import { departments, people, sensitivities } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { listInbox } from "@/lib/notifications/queries"
import { canManageAccount } from "@/lib/people/accounts-policy"
import { openDepartment } from "@/lib/people/departments"
import { enablePerson, letGo } from "@/lib/people/disabling"
import { dissolveDepartment } from "@/lib/people/dissolving"
import { heldBy } from "@/lib/people/handover"
import { handoverChoices } from "@/lib/people/handover-choices"
import { type HandoverPlan, handoverInput, readPlan } from "@/lib/people/handover-plan"
import { movePeople } from "@/lib/people/moving"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { write } from "@/lib/platform/write"
import { searchFor } from "@/lib/search/queries"
import { createTask } from "@/lib/tasks/creating"
import { as, everybody } from "./personas"
import { beginWithWorld } from "./world"

const plan = (more: Partial<HandoverPlan> = {}): HandoverPlan => ({
  receivers: new Map(),
  heads: new Set(),
  later: false,
  ...more,
})
const to = (id: number) => new Map([["to", id]])

const dismiss = async (hr: PersonActor, person: PersonActor, how: HandoverPlan) =>
  write(hr, (ctx) => letGo(Object.assign(ctx, { actor: hr }), { id: person.personId }, how))

const openTasksOf = async (personId: number) => {
  const held = await heldBy(db(), personId)
  return held.find(({ holding }) => holding.kind === "task")?.records ?? []
}

const labelled = async (owner: PersonActor, maker: PersonActor, label: number) =>
  write(maker, (ctx) =>
    createTask(Object.assign(ctx, { actor: maker }), {
      name: "核对季度付款",
      ownerId: owner.personId,
      description: "",
      coworkerIds: [],
      startAt: null,
      dueAt: null,
      priority: "medium",
      departmentId: null,
      sensitivityId: label,
      risk: "",
    }),
  )

const ownerOf = async (taskId: number) => {
  const [row] = await db().select().from(tasks).where(eq(tasks.id, taskId))
  return row?.ownerId
}

let finance = 0
beforeAll(async () => {
  await beginWithWorld()
  const [row] = await db().select().from(sensitivities).where(eq(sensitivities.name, "财务"))
  finance = row?.id ?? 0
})

test("who takes over gets every open task in the same moment, and is told once", async () => {
  const [hr, leaver, heir] = [await as("Q002"), await as("Q014"), await as("Q011")]
  const open = await openTasksOf(leaver.personId)
  expect(open.length).toBeGreaterThan(1)
  await dismiss(hr, leaver, plan({ receivers: to(heir.personId) }))
  expect(await openTasksOf(leaver.personId)).toEqual([])
  for (const { id } of open) expect(await ownerOf(id)).toBe(heir.personId)
  const { bundles } = await listInbox(heir, "open", true)
  const told = bundles.filter(({ items }) => items.some(({ type }) => type === "person.took_over"))
  expect(told).toHaveLength(1)
  expect(told[0]?.items[0]?.data).toMatchObject({ counts: { task: open.length } })
  expect(bundles.filter(({ kind }) => kind === "task").map(({ recordId }) => recordId)).not.toEqual(
    expect.arrayContaining(open.map(({ id }) => id)),
  )
})

test("the search and the list find the tasks with their new owner at once", async () => {
  const heir = await as("Q011")
  const [first] = await openTasksOf(heir.personId)
  const [row] = await db()
    .select()
    .from(tasks)
    .where(eq(tasks.id, first?.id ?? 0))
  const found = await searchFor(heir, row?.name ?? "", {})
  expect(JSON.stringify(found)).toContain(row?.name)
})

test("nobody leaves with open work before somebody is named or it is said to wait", async () => {
  const [hr, leaver] = [await as("Q002"), await as("Q015")]
  await expect(dismiss(hr, leaver, plan())).rejects.toMatchObject({
    fields: { to: "people.handover.nobody" },
  })
  expect((await as("Q015")).personId).toBe(leaver.personId)
  await dismiss(hr, leaver, plan({ later: true }))
  await expect(as("Q015")).rejects.toThrow()
  expect((await openTasksOf(leaver.personId)).length).toBeGreaterThan(0)
  await write(hr, (ctx) => enablePerson(ctx, { id: leaver.personId }))
  expect((await as("Q015")).personId).toBe(leaver.personId)
})

test("nobody comes back into a department that was dissolved: another one is asked for", async () => {
  const [hr, boss, leaver] = [await as("Q002"), await as("Q001"), await as("Q055")]
  const staff = await everybody()
  const home = leaver.departmentId
  const elsewhere = boss.departmentId
  await dismiss(hr, leaver, plan({ later: true }))
  await write(boss, async (ctx) => {
    const members = staff
      .filter((each) => each.departmentId === home && each.personId !== leaver.personId)
      .map(({ personId, departmentId }) => ({ id: personId, departmentId }))
    await movePeople(ctx, members, elsewhere)
  })
  const department = (await openDepartment(db(), home)) ?? refuse("not_found")
  await write(boss, (ctx) => dissolveDepartment(ctx, department))
  const back = (to: number | null) =>
    write(hr, (ctx) => enablePerson(ctx, { id: leaver.personId }, to))
  for (const to of [null, home])
    await expect(back(to)).rejects.toMatchObject({
      fields: { department: "people.error.departmentGone" },
    })
  await expect(as("Q055")).rejects.toThrow()
  await back(elsewhere)
  expect((await as("Q055")).departmentId).toBe(elsewhere)
  const said = await db()
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.type, "person.moved"), eq(events.recordId, leaver.personId)))
  expect(said).toMatchObject([{ data: { before: home, after: elsewhere } }])
})

test("a kind can go to somebody of its own, and what is named wrongly is refused", async () => {
  const input = handoverInput.parse({ id: "1", to: "陈晨", "to.task": "Q016", "head.3": "to" })
  const { personId: chen } = await as("Q011")
  const { personId: ke } = await as("Q016")
  const read = await readPlan(db(), input)
  expect([...read.receivers]).toEqual([
    ["to", chen],
    ["to.task", ke],
  ])
  expect([...read.heads]).toEqual([3])
  expect(handoverInput.safeParse({ id: "1", level: "admin" }).success).toBe(false)
  expect(handoverInput.safeParse({ id: "1", "head.3": "陈晨" }).success).toBe(false)
})

test("a labelled task goes to the cleared only; of a label unknown to the asker not even a number is said", async () => {
  const [hr, boss, leaver] = [await as("Q002"), await as("Q001"), await as("Q109")]
  const heir = await as("Q011")
  const secret = await labelled(leaver, boss, finance)
  const shown = await handoverChoices(db(), hr, leaver.personId)
  expect(shown.parts.some(({ sensitivity }) => sensitivity !== null)).toBe(false)
  const known = await handoverChoices(db(), boss, leaver.personId)
  expect(known.parts.some(({ sensitivity }) => sensitivity?.zh === "财务")).toBe(true)
  await expect(dismiss(boss, leaver, plan({ receivers: to(heir.personId) }))).rejects.toMatchObject(
    { fields: { [`to.task.${finance}`]: "people.handover.notCleared" } },
  )

  await dismiss(hr, leaver, plan({ receivers: to(heir.personId) }))
  // 金朵 leads the department and is cleared.
  expect(await ownerOf(secret)).toBe((await as("Q040")).personId)
})

test("a department is handed over by choice, else it stays open; nobody makes themselves its head", async () => {
  const [hr, leaver, heir] = [await as("Q002"), await as("Q031"), await as("Q118")]
  const [led = 0] = (await organisation(db())).ledBy.get(leaver.personId) ?? []
  await expect(
    dismiss(hr, leaver, plan({ receivers: to(hr.personId), heads: new Set([led]) })),
  ).rejects.toMatchObject({ fields: { [`head.${led}`]: "people.handover.ownHead" } })
  await dismiss(hr, leaver, plan({ receivers: to(heir.personId), heads: new Set([led]) }))
  expect((await as("Q118")).leads).toEqual(new Set([led]))
  const [reports] = await db().select().from(people).where(eq(people.staffNo, "Q105"))
  expect(reports?.managerId).toBe(heir.personId)

  const second = await as("Q032")
  await dismiss(hr, second, plan({ receivers: to((await as("Q106")).personId) }))
  const [open] = await db().select().from(departments).where(eq(departments.name, "华南区销售部"))
  expect(open?.headId).toBeNull()
  const said = await db()
    .select()
    .from(events)
    .where(and(eq(events.type, "person.handed_over"), eq(events.recordId, second.personId)))
  expect(said[0]?.data).toMatchObject({ led: [{ departmentId: open?.id, to: null }] })
})

test("a new manager never stands under themselves", async () => {
  const [hr, leaver] = [await as("Q002"), await as("Q020")]
  const heir = await as("Q021")
  await engine().write(async (tx) =>
    tx.db.update(people).set({ managerId: heir.personId }).where(eq(people.staffNo, "Q022")),
  )
  await dismiss(hr, leaver, plan({ receivers: to(heir.personId) }))
  const [row] = await db().select().from(people).where(eq(people.id, heir.personId))
  expect(row?.managerId).toBe((await as("Q001")).personId)
})

test("nobody takes over from themselves", async () => {
  const [hr, leaver] = [await as("Q002"), await as("Q016")]
  await expect(dismiss(hr, leaver, plan({ receivers: to(leaver.personId) }))).rejects.toMatchObject(
    {
      fields: { to: "people.handover.notSelf" },
    },
  )
})

test("nobody ends their own account, and the last platform administrator stays with all they have", async () => {
  const [hr, boss, other] = [await as("Q002"), await as("Q001"), await as("Q004")]
  expect(canManageAccount(boss, { id: boss.personId, administrator: true })).toBe(false)
  expect(canManageAccount(hr, { id: boss.personId, administrator: true })).toBe(false)
  await dismiss(boss, other, plan({ later: true }))
  const open = await openTasksOf(boss.personId)
  await expect(dismiss(hr, boss, plan({ receivers: to(hr.personId) }))).rejects.toMatchObject({
    sentence: "people.error.lastAdministrator",
  })
  expect(await openTasksOf(boss.personId)).toEqual(open)
})
