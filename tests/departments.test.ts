import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { departments, people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { accessEffects } from "@/lib/people/department-effects"
import {
  addDepartment,
  changeDepartment,
  type DepartmentFields,
  openDepartment,
} from "@/lib/people/departments"
import { dissolveDepartment } from "@/lib/people/dissolving"
import { canSetLevel, setLevels } from "@/lib/people/levels"
import { givenUp, movePeople } from "@/lib/people/moving"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { write } from "@/lib/platform/write"
import { canSee } from "@/lib/tasks/policy"
import { findTask, type Task } from "@/lib/tasks/task"
import { as } from "./personas"
import { beginWithWorld } from "./world"

let admin: PersonActor

beforeAll(async () => {
  await beginWithWorld()
  admin = await as("段立")
})

async function department(path: string) {
  const org = await organisation(db())
  const id = [...org.departments.keys()].find((each) => departmentPath(org, each) === path) ?? 0
  const row = await openDepartment(db(), id)
  if (!row) throw new Error(`no department ${path}`)
  return row
}

const change = async (path: string, fields: Partial<DepartmentFields>) => {
  const before = await department(path)
  const { name, parentId, headId } = before
  return write(admin, (ctx) => changeDepartment(ctx, before, { name, parentId, headId, ...fields }))
}
const lastSaid = async (type: string) =>
  (await db().select().from(events).where(eq(events.type, type)).orderBy(events.id)).at(-1)
const refused = (fields: object) => expect.objectContaining({ name: "Refusal", fields })
const says = (sentence: string) => expect.objectContaining({ name: "Refusal", sentence })

test("a department gets another name and another place, said with before and after", async () => {
  await change("运营部", { name: "运营中心" })
  const { id } = await department("运营中心")
  expect(await lastSaid("department.renamed")).toMatchObject({
    recordId: id,
    data: { before: "运营部", after: "运营中心" },
  })
  const { id: parentId } = await department("产品部")
  await change("运营中心", { parentId })
  expect((await department("产品部/运营中心")).id).toBe(id)
  expect(await lastSaid("department.moved")).toMatchObject({
    data: { before: null, after: parentId },
  })
  await change("产品部/运营中心", { parentId: null, name: "运营部" })
})

test("never under itself or what is below it, and no two of one name side by side", async () => {
  const { id } = await department("研发部")
  const { id: below } = await department("研发部/后端组")
  const cycle = refused({ parent: "people.departments.error.cycle" })
  await expect(change("研发部", { parentId: id })).rejects.toEqual(cycle)
  await expect(change("研发部", { parentId: below })).rejects.toEqual(cycle)
  await expect(change("研发部", { parentId: 999_999 })).rejects.toEqual(
    refused({ parent: "errors.notValid" }),
  )
  const taken = refused({ name: "people.departments.error.taken" })
  await expect(change("研发部/前端组", { name: "后端组" })).rejects.toEqual(taken)
  await expect(change("市场部", { name: "销售部" })).rejects.toEqual(taken)
})

test("another head leads at once, and the one before no longer does", async () => {
  const [chen, shi] = [await as("陈晨"), await as("石磊")]
  const { id } = await department("研发部/后端组")
  expect(chen.leads.has(id)).toBe(false)
  await change("研发部/后端组", { headId: chen.personId })
  expect((await as("陈晨")).leads.has(id)).toBe(true)
  expect((await as("石磊")).leads.has(id)).toBe(false)
  expect(await lastSaid("department.headed")).toMatchObject({
    recordId: id,
    data: { before: shi.personId, after: chen.personId },
  })
  await change("研发部/后端组", { headId: shi.personId })
})

test("nobody makes themselves a head, and who left leads nothing", async () => {
  await expect(change("市场部", { headId: admin.personId })).rejects.toEqual(
    refused({ head: "people.departments.error.ownHead" }),
  )
  const [left] = await db().select().from(people).where(eq(people.name, "前程"))
  await expect(change("市场部", { headId: left?.id ?? 0 })).rejects.toEqual(
    refused({ head: "people.error.nobody" }),
  )
})

test("a department ends only when nobody and no other is in it; its records stay for the heads above", async () => {
  await expect(
    write(admin, async (ctx) => dissolveDepartment(ctx, await department("研发部/后端组"))),
  ).rejects.toEqual(says("people.departments.error.people"))
  const { id: parentId } = await department("研发部")
  const name = "安全组"
  const id = await write(admin, (ctx) => addDepartment(ctx, { name, parentId, headId: null }))
  const within = await write(admin, (ctx) =>
    addDepartment(ctx, { name: "值守", parentId: id, headId: null }),
  )
  const dissolve = (path: string) =>
    write(admin, async (ctx) => dissolveDepartment(ctx, await department(path)))
  await expect(dissolve("研发部/安全组")).rejects.toEqual(says("people.departments.error.below"))
  await dissolve("研发部/安全组/值守")
  await dissolve("研发部/安全组")
  expect(await openDepartment(db(), id)).toBe(null)
  expect((await as("周舟")).leads).toContain(within)
  const again = await write(admin, (ctx) => addDepartment(ctx, { name, parentId, headId: null }))
  expect(again).toBe(id)
  expect(await lastSaid("department.reopened")).toMatchObject({ recordId: id })
  await dissolve("研发部/安全组")
})

const isOwn = (task: Task, { personId }: PersonActor) =>
  task.grants.some(({ principal }) => principal === `person:${personId}`)

test("who is moved sees the new department's records and no longer the old one's", async () => {
  const tao = await as("陶安宁")
  const { id: market } = await department("市场部")
  const { id: home } = await department("研发部/后端组")
  const seen = async () => {
    const actor = await as("陶安宁")
    const rows = await db().select({ id: tasks.id }).from(tasks)
    const found = await Promise.all(rows.map(({ id }) => findTask(db(), id)))
    return new Set(
      found.flatMap((task) =>
        task && !isOwn(task, actor) && canSee(actor, task) ? [task.departmentId] : [],
      ),
    )
  }
  expect(await seen()).toContain(home)
  await write(admin, (ctx) => movePeople(ctx, [{ id: tao.personId, departmentId: home }], market))
  expect(await seen()).toContain(market)
  expect(await seen()).not.toContain(home)
  expect(await lastSaid("person.moved")).toMatchObject({
    recordId: tao.personId,
    data: { before: home, after: market, personIds: [tao.personId] },
  })
  await write(admin, (ctx) => movePeople(ctx, [{ id: tao.personId, departmentId: market }], home))
})

test("a head who is moved away leads that department no longer", async () => {
  const shi = await as("石磊")
  const { id: market } = await department("市场部")
  const { id: home } = await department("研发部/后端组")
  const member = { id: shi.personId, departmentId: home }
  expect([...(await write(admin, (ctx) => givenUp(ctx, [member], market))).keys()]).toEqual([home])
  await write(admin, (ctx) => movePeople(ctx, [member], market))
  expect((await department("研发部/后端组")).headId).toBe(null)
  await write(admin, (ctx) => movePeople(ctx, [{ ...member, departmentId: market }], home))
  await change("研发部/后端组", { headId: shi.personId })
})

test("two who move the same person at once: the second hears of it", async () => {
  const { personId: id } = await as("陶安宁")
  const { id: market } = await department("市场部")
  const stale = write(admin, (ctx) => movePeople(ctx, [{ id, departmentId: market }], 1))
  await expect(stale).rejects.toMatchObject({ name: "Refusal", code: "conflict" })
})

test("what a change does to what people see is known before, and is what then happens", async () => {
  const { id } = await department("研发部/后端组")
  const { id: market } = await department("市场部")
  const effects = await accessEffects(db(), {
    departments: new Map([[id, { parentId: market }]]),
  })
  const namesOf = (gains: boolean, departmentId: number) =>
    effects
      .filter((effect) => effect.gains === gains && effect.departmentIds.includes(departmentId))
      .flatMap(({ people: who }) => who.map(({ name }) => name))
  expect(namesOf(true, market)).toContain("陈晨")
  expect(namesOf(true, id)).toEqual(["高远"])
  expect(namesOf(false, id)).toEqual(["周舟"])
  const gaining = namesOf(true, market)
  expect((await as("陈晨")).principals.has(`department:${market}`)).toBe(false)
  await change("研发部/后端组", { parentId: market })
  for (const name of gaining)
    expect((await as(name)).principals.has(`department:${market}`), name).toBe(true)
  expect((await as("周舟")).principals.has(`department:${id}`)).toBe(false)
  await change("市场部/后端组", { parentId: (await department("研发部")).id })
})

test("a head sets levels in the own departments and below, up to 管理员, nobody else's and not the own", async () => {
  const [zhou, cheng, gao] = [await as("周舟"), await as("程可"), await as("高远")]
  const fang = await as("方圆")
  const row = { id: fang.personId, departmentId: fang.departmentId }
  expect(canSetLevel(zhou, row)).toBe(true)
  expect(canSetLevel(cheng, row)).toBe(true)
  expect(canSetLevel(gao, row)).toBe(false)
  expect(canSetLevel(admin, row)).toBe(false)
  expect(canSetLevel(zhou, { id: zhou.personId, departmentId: zhou.departmentId })).toBe(false)
  const member = { ...row, level: fang.level }
  await write(zhou, (ctx) =>
    setLevels(ctx, [member], [{ id: fang.personId, was: "view", level: "admin" }], "带实习生"),
  )
  expect((await as("方圆")).level).toBe("admin")
  expect(await lastSaid("person.levelled")).toMatchObject({
    recordId: fang.personId,
    actorId: zhou.personId,
    data: { before: "view", after: "admin", reason: "带实习生" },
    needsReview: true,
  })
})

test("levels of several are set together or not at all: one that changed meanwhile stops them", async () => {
  const zhou = await as("周舟")
  const [fang, zhao] = [await as("方圆"), await as("赵子墨")]
  const members = [fang, zhao].map(({ personId, departmentId, level }) => ({
    id: personId,
    departmentId,
    level,
  }))
  const attempt = write(zhou, (ctx) =>
    setLevels(
      ctx,
      members,
      [
        { id: zhao.personId, was: "edit", level: "view" },
        { id: fang.personId, was: "view", level: "edit" },
      ],
      "",
    ),
  )
  await expect(attempt).rejects.toMatchObject({ code: "conflict" })
  const [kept] = await db()
    .select()
    .from(people)
    .where(and(eq(people.id, zhao.personId), eq(people.level, "edit")))
  expect(kept).toBeDefined()
})

test("a dissolved department is in the tree no more", async () => {
  const open = await db().select().from(departments)
  const org = await organisation(db())
  for (const { id, closedAt } of open)
    expect(org.departments.get(id)?.closed).toBe(closedAt !== null)
})
