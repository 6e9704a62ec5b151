import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { bundles } from "@/db/schema/notifications"
import { departments } from "@/db/schema/people"
import { counters } from "@/db/schema/platform"
import { activityOf } from "@/lib/platform/activity"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { write } from "@/lib/platform/write"
import { searchFor } from "@/lib/search/queries"
import { reportProgress } from "@/lib/tasks/progressing"
import { seenTask } from "@/lib/tasks/task"
import { taskPage } from "@/lib/tasks/task-page"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { confirmPart, nudgePart, seenPart } from "./confirming"
import { createMatter, type MatterContent } from "./creating"
import { contentIn, editMatter } from "./editing"
import { findMatter, type Matter, seenMatter } from "./matter"
import { blockMatter, moveMatter } from "./moving"
import { numberLock, numberOf } from "./numbers"
import { matterPage } from "./page"
import { canConfirm, canCreate, canEdit, canMove, canSee } from "./policy"
import { addSubTask } from "./sub-tasks"

type Own = Ctx & { actor: PersonActor }

const cast = new Map<string, PersonActor>()
const home = new Map<string, number>()

beforeAll(async () => {
  await beginWithWorld()
  for (const name of ["柯南星", "周舟", "金朵", "林默", "方圆", "高远", "石磊", "李安宁", "戚雨桐"])
    cast.set(name, await as(name))
  for (const { id, name } of await db().select().from(departments)) home.set(name, id)
})

const who = (name: string): PersonActor => {
  const actor = cast.get(name)
  if (!actor) throw new Error(`nobody is called ${name}`)
  return actor
}
const of = (department: string): number => home.get(department) ?? 0

const doing = <T>(name: string, run: (ctx: Own) => Promise<T>, now = new Date()) =>
  write(who(name), (ctx) => run(Object.assign(ctx, { actor: who(name) })), {
    now,
    lock: numberLock,
  })

const content = (more: Partial<MatterContent> = {}): MatterContent => ({
  ...{ description: "统一出库单的打印格式", goal: "", background: "", remark: "", work: "" },
  ...{ urgency: "medium", dueAt: null, groupId: null, sensitivityId: null },
  ownerId: who("柯南星").personId,
  parts: [{ departmentId: of("研发部"), ownerId: who("周舟").personId, work: "改打印服务" }],
  ...more,
})

const aMatter = (more: Partial<MatterContent> = {}, now = new Date()) =>
  doing("柯南星", (ctx) => createMatter(ctx, of("产品部"), content(more), undefined), now)

async function known(id: number): Promise<Matter> {
  const matter = await findMatter(db(), id)
  if (!matter) throw new Error(`there is no matter ${id}`)
  return matter
}

const confirm = (name: string, id: number, department: string) =>
  doing(name, async (ctx) => {
    const seen = await seenPart(ctx, { id, department: of(department) })
    if (seen) await confirmPart(ctx, seen)
  })

/** Whether the matter lies in somebody's inbox as something to deal with. */
const needsYou = async (name: string, id: number) => {
  const mine = and(eq(bundles.personId, who(name).personId), eq(bundles.recordId, id))
  const [bundle] = await db()
    .select()
    .from(bundles)
    .where(and(mine, eq(bundles.kind, "matter")))
  return bundle?.needsYou ?? false
}

describe("numbers", () => {
  test("fifty registered at once get fifty numbers in a row", async () => {
    const march = new Date("2031-03-10T02:00:00Z")
    const ids = await Promise.all(Array.from({ length: 50 }, () => aMatter({}, march)))
    expect(ids.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, nth) => 20310301 + nth),
    )
  })

  test("the month is the company's, and each begins anew with 01", async () => {
    // Half past midnight of 1 April in Shanghai is still March in UTC.
    expect(await aMatter({}, new Date("2031-03-31T16:30:00Z"))).toBe(20310401)
    expect(numberOf(20310401)).toBe("XS20310401")
  })

  test("after 99 comes 100", async () => {
    const june = new Date("2031-06-10T02:00:00Z")
    await doing("柯南星", (ctx) => createMatter(ctx, of("产品部"), content(), 20310699), june)
    expect(await aMatter({}, june)).toBe(203106100)
  })

  test("a registration that is refused takes no number", async () => {
    const july = new Date("2031-07-10T02:00:00Z")
    await expect(
      doing("柯南星", (ctx) => createMatter(ctx, of("研发部"), content()), july),
    ).rejects.toMatchObject({ fields: { department: "matters.error.home" } })
    await expect(aMatter({ parts: [] }, july)).rejects.toMatchObject({
      fields: { part1: "matters.error.noPart" },
    })
    expect(await aMatter({}, july)).toBe(20310701)
  })

  test("the counter of a month only grows", async () => {
    const june = new Date("2031-06-11T02:00:00Z")
    await doing("柯南星", (ctx) => createMatter(ctx, of("产品部"), content(), 20310650), june)
    const rows = await db().select().from(counters)
    expect(rows.find(({ name }) => name === "matters.203106")?.value).toBe(100)
  })
})

describe("who sees a matter, and who may what", () => {
  test("the departments concerned see it, nobody else does", async () => {
    const matter = await known(await aMatter())
    for (const name of ["柯南星", "李安宁", "周舟", "石磊", "方圆"])
      expect(canSee(who(name), matter), name).toBe(true)
    for (const name of ["金朵", "高远", "林默"]) expect(canSee(who(name), matter), name).toBe(false)
    expect(await matterPage(who("高远"), matter.id)).toBeNull()
    const { found } = await searchFor(who("高远"), numberOf(matter.id), { kind: "matter" })
    expect(found).toEqual([])
    const own = await searchFor(who("石磊"), numberOf(matter.id), { kind: "matter" })
    expect(own.found.map(({ href }) => href)).toEqual([`/matters/${matter.id}`])
  })

  test("it is changed by who registered it, its owner and the heads concerned", async () => {
    const matter = await known(await aMatter({ ownerId: who("李安宁").personId }))
    for (const name of ["柯南星", "李安宁", "周舟"])
      expect(canEdit(who(name), matter), name).toBe(true)
    for (const name of ["石磊", "方圆", "戚雨桐"])
      expect(canEdit(who(name), matter), name).toBe(false)
    expect(canCreate(who("方圆"))).toBe(false)
  })

  test("who answers for a part says that it is blocked, but not that all is done", async () => {
    const part = { departmentId: of("研发部"), ownerId: who("石磊").personId, work: "" }
    const matter = await known(await aMatter({ parts: [part] }))
    expect(canMove(who("石磊"), matter, "blocked")).toBe(true)
    expect(canMove(who("石磊"), matter, "done")).toBe(false)
    expect(canMove(who("方圆"), matter, "blocked")).toBe(false)
  })

  test("a label restricts it to those cleared, and only they are asked", async () => {
    const { clearances } = who("金朵")
    const [finance = 0] = clearances
    const make = (ownerId: number) =>
      doing("金朵", (ctx) =>
        createMatter(ctx, of("财务部"), {
          ...content({ sensitivityId: finance, ownerId: who("金朵").personId }),
          parts: [{ departmentId: of("研发部"), ownerId, work: "" }],
        }),
      )
    await expect(make(who("周舟").personId)).rejects.toMatchObject({
      fields: { owner: "tasks.error.notCleared" },
    })
    const matter = await known(await make(who("林默").personId))
    expect(canSee(who("周舟"), matter)).toBe(false)
    expect(canSee(who("林默"), matter)).toBe(true)
  })
})

describe("部门确认", () => {
  test("who answers for a part is asked, and agrees once", async () => {
    const id = await aMatter()
    expect(await needsYou("周舟", id)).toBe(true)
    await confirm("周舟", id, "研发部")
    await confirm("周舟", id, "研发部")
    const { parts } = await known(id)
    expect(parts.every(({ confirmedAt }) => confirmedAt !== null)).toBe(true)
    const said = (await activityOf("matter", id)).filter(({ type }) => type === "matter.confirmed")
    expect(said).toHaveLength(1)
    expect(await needsYou("周舟", id)).toBe(false)
  })

  test("it is for the responsible person and the head above, for nobody of another department", async () => {
    const part = { departmentId: of("研发部"), ownerId: who("石磊").personId, work: "" }
    const matter = await known(await aMatter({ parts: [part] }))
    const asked = matter.parts.find(({ departmentId }) => departmentId === of("研发部"))
    if (!asked) throw new Error("研发部 has no part")
    for (const name of ["石磊", "周舟"]) expect(canConfirm(who(name), matter, asked)).toBe(true)
    for (const name of ["柯南星", "方圆"]) expect(canConfirm(who(name), matter, asked)).toBe(false)
  })

  test("somebody new is asked anew; who stays keeps the confirmation", async () => {
    const id = await aMatter()
    await confirm("周舟", id, "研发部")
    const matter = await known(id)
    const sales = { departmentId: of("市场部"), ownerId: who("高远").personId, work: "" }
    const edit = (parts: MatterContent["parts"]) =>
      doing("柯南星", async (ctx) => {
        const now = await seenMatter(ctx, { id })
        if (now) await editMatter(ctx, now, now.version, { ...contentIn(now), parts })
      })
    await edit([...contentIn(matter).parts, sales])
    expect(await needsYou("高远", id)).toBe(true)
    const after = await known(id)
    expect(after.parts.filter(({ confirmedAt }) => confirmedAt === null)).toHaveLength(1)
    await edit([{ departmentId: of("研发部"), ownerId: who("石磊").personId, work: "" }])
    const again = await known(id)
    expect(canSee(who("高远"), again)).toBe(false)
    expect(again.parts.find(({ departmentId }) => departmentId === of("研发部"))).toMatchObject({
      ownerId: who("石磊").personId,
      confirmedAt: null,
    })
  })

  test("催办 reminds at most once an hour", async () => {
    const id = await aMatter()
    const nudge = (now: Date) =>
      doing(
        "柯南星",
        async (ctx) => {
          const seen = await seenPart(ctx, { id, department: of("研发部") })
          if (seen) await nudgePart(ctx, seen)
        },
        now,
      )
    await nudge(new Date("2031-01-10T02:00:00Z"))
    await expect(nudge(new Date("2031-01-10T02:59:00Z"))).rejects.toMatchObject({
      sentence: "matters.error.nudged",
    })
    await nudge(new Date("2031-01-10T03:00:00Z"))
    expect((await known(id)).parts.map(({ nudges }) => nudges).toSorted()).toEqual([0, 2])
  })
})

describe("states", () => {
  test("受阻 says what is needed and from whom; they see it and are asked", async () => {
    const id = await aMatter()
    await expect(
      doing("柯南星", async (ctx) => moveMatter(ctx, await known(id), "blocked")),
    ).rejects.toMatchObject({ sentence: "matters.error.support" })
    await doing("柯南星", async (ctx) =>
      blockMatter(ctx, await known(id), { support: "额度", fromId: who("金朵").personId }),
    )
    const blocked = await known(id)
    expect(blocked).toMatchObject({ state: "blocked", support: "额度", heldUpId: null })
    expect(canSee(who("金朵"), blocked)).toBe(true)
    expect(await needsYou("金朵", id)).toBe(true)
    await doing("柯南星", (ctx) => moveMatter(ctx, blocked, "doing"))
    expect(await known(id)).toMatchObject({ support: "", supportFromId: null, blockedAt: null })
    expect(canSee(who("金朵"), await known(id))).toBe(false)
  })

  test("asked of somebody in a department concerned, that department holds it up", async () => {
    const id = await aMatter()
    await doing("柯南星", async (ctx) =>
      blockMatter(ctx, await known(id), { support: "接口", fromId: who("石磊").personId }),
    )
    expect((await known(id)).heldUpId).toBe(of("研发部"))
    const page = await matterPage(await as("柯南星"), id)
    expect(page?.waits.map((wait) => [wait.from, wait.to, wait.for])).toEqual([
      [of("产品部"), of("研发部"), "confirmation"],
      [of("产品部"), of("研发部"), "support"],
    ])
  })

  test("moving the planned day asks why, and the reason is read on the page", async () => {
    const id = await aMatter({ dueAt: new Date("2031-05-10T10:00:00Z") })
    const move = (reason: string) =>
      doing("柯南星", async (ctx) => {
        const matter = await known(id)
        const dueAt = new Date("2031-05-20T10:00:00Z")
        await editMatter(ctx, matter, matter.version, { ...contentIn(matter), dueAt }, reason)
      })
    await expect(move("")).rejects.toMatchObject({ fields: { reason: "matters.error.reason" } })
    await move("等客户确认版式")
    const [last] = await activityOf("matter", id)
    expect(last).toMatchObject({ type: "matter.postponed", body: "等客户确认版式" })
  })

  test("of two who edit the same version, the second hears of it", async () => {
    const id = await aMatter()
    const matter = await known(id)
    const edit = (remark: string) =>
      doing("柯南星", (ctx) => editMatter(ctx, matter, 1, { ...contentIn(matter), remark }))
    expect(await edit("先看样张")).toBe(2)
    await expect(
      doing("周舟", async (ctx) =>
        editMatter(ctx, await known(id), 1, { ...contentIn(matter), remark: "先定纸" }),
      ),
    ).rejects.toMatchObject({ code: "conflict" })
  })
})

describe("sub-tasks", () => {
  test("a department adds its own, and everybody concerned sees how far it is", async () => {
    const id = await aMatter()
    const add = (name: string, department: string) =>
      doing(name, async (ctx) =>
        addSubTask(ctx, await known(id), {
          ...{ departmentId: of(department), name: "打印服务按仓配置", dueAt: null },
          ownerId: who("石磊").personId,
        }),
      )
    await expect(add("柯南星", "研发部")).rejects.toMatchObject({ code: "invalid" })
    const taskId = await add("周舟", "研发部")
    await doing("石磊", async (ctx) => {
      const task = await seenTask(ctx, { id: taskId })
      if (task) await reportProgress(ctx, task, 100)
    })
    const page = await matterPage(await as("柯南星"), id)
    const part = page?.parts.find(({ departmentId }) => departmentId === of("研发部"))
    expect(part?.tasks.map(({ name, state }) => [name, state])).toEqual([
      ["打印服务按仓配置", "done"],
    ])
    const types = (await activityOf("matter", id)).map(({ type }) => type)
    expect(types).toEqual(["matter.task_done", "matter.task_added", "matter.created"])
  })

  test("who sees the matter sees its tasks, from the day they are in it until they are out", async () => {
    const id = await aMatter()
    const taskId = await doing("周舟", async (ctx) =>
      addSubTask(ctx, await known(id), {
        ...{ departmentId: of("研发部"), name: "打印样张", dueAt: null },
        ownerId: who("石磊").personId,
      }),
    )
    const sees = async (name: string) => (await taskPage(who(name), taskId))?.can.edit ?? null
    const listed = async (name: string) =>
      (await searchFor(who(name), "打印样张", { kind: "task" })).found.length
    expect([await sees("李安宁"), await sees("金朵")]).toEqual([false, null])
    await doing("柯南星", async (ctx) =>
      blockMatter(ctx, await known(id), { support: "额度", fromId: who("金朵").personId }),
    )
    expect([await sees("金朵"), await listed("金朵")]).toEqual([false, 1])
    await doing("柯南星", async (ctx) => moveMatter(ctx, await known(id), "doing"))
    expect([await sees("金朵"), await listed("金朵")]).toEqual([null, 0])
  })
})
