import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { departments, leaves, people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { organisationChart } from "@/lib/people/chart"
import { chartFilter } from "@/lib/people/chart-filter"
import { openBelow } from "@/lib/people/department-tree"
import { listDirectory } from "@/lib/people/directory"
import { type DirectoryFilter, directoryFilter } from "@/lib/people/directory-filter"
import { directoryPage } from "@/lib/people/directory-page"
import { personPage } from "@/lib/people/person-page"
import { namePinyin } from "@/lib/people/pinyin"
import { sharedHomes, sharedIds } from "@/lib/people/shared-records"
import type { PersonActor } from "@/lib/platform/actor"
import { emit, specOf } from "@/lib/platform/events"
import { organisation, organisationChanged, subtree } from "@/lib/platform/organisation"
import { writeAsSystem } from "@/lib/platform/write"
import { searchFor } from "@/lib/search/queries"
import { canSee } from "@/lib/tasks/policy"
import { findTask, type Task } from "@/lib/tasks/task"
import { aPerson } from "./people"
import { as, everybody } from "./personas"
import { beginWithWorld } from "./world"

const today = "2026-11-24"
let staff: PersonActor[] = []
let zhu: PersonActor
let hr: PersonActor

beforeAll(async () => {
  await beginWithWorld()
  staff = await everybody()
  zhu = await as("朱乐山")
  hr = await as("何静")
})

const asked = (more: Partial<DirectoryFilter> = {}) => directoryFilter.parse(more)

/** Every page of a list, one after the other. */
async function allPages(actor: PersonActor, filter: DirectoryFilter) {
  const org = await organisation(db())
  const rows: Awaited<ReturnType<typeof listDirectory>>["rows"] = []
  for (let after: number | undefined; ; ) {
    const page = await listDirectory(actor, { ...filter, after }, { org, today })
    rows.push(...page.rows)
    expect(page.rows.length).toBeLessThanOrEqual(50)
    if (page.next === null) return { rows, total: page.total }
    after = page.next
  }
}

const found = async (actor: PersonActor, q: string) =>
  (await allPages(actor, asked({ q }))).rows.map(({ name }) => name).toSorted()

async function rename(staffNo: string, name: string): Promise<void> {
  const { syllables, initials } = namePinyin(name)
  await engine().write(({ db: tx }) =>
    tx
      .update(people)
      .set({ name, pinyin: syllables.join(" "), initials })
      .where(eq(people.staffNo, staffNo)),
  )
}

describe("a colleague is found", () => {
  test("by a part of the name, the pinyin, the initials, and both mixed", async () => {
    for (const typed of ["柯南", "南星", "kenanxing", "ke nan", "nanx", "knx", "KNX", "kenx"])
      expect(await found(zhu, typed), typed).toEqual(["柯南星"])
  })

  test("by staff number, e-mail and department", async () => {
    expect(await found(zhu, "Q016")).toEqual(["柯南星"])
    expect(await found(zhu, "q01")).toHaveLength(7)
    expect(await found(zhu, "ke.nanxing@")).toEqual(["柯南星"])
    expect(await found(zhu, "测试组")).toEqual(["姜天佑", "孙景行", "秦思远", "许诺"])
  })

  test("with a surname that is read in its own way", async () => {
    await rename("Q128", "单天佑")
    await rename("Q102", "曾景行")
    await rename("Q115", "仇思远")
    expect(await found(zhu, "shanty")).toEqual(["单天佑"])
    expect(await found(zhu, "zengjingxing")).toEqual(["曾景行"])
    expect(await found(zhu, "qiusi")).toEqual(["仇思远"])
    expect(await found(zhu, "吕")).toEqual(["吕亦凡"])
    expect(await found(zhu, "lvyf")).toEqual(["吕亦凡"])
  })

  test("and signs of a pattern are only signs", async () => {
    for (const typed of ["%", "_", "\\", "'; --", "a\u0000b"])
      expect(await found(zhu, typed), typed).toEqual([])
  })
})

describe("a phone number", () => {
  test("finds its owner when all of it is typed, however it is spaced", async () => {
    for (const typed of ["13910274311", "139 1027 4311", "+86 139-1027-4311"])
      expect(await found(zhu, typed), typed).toEqual(["石磊"])
  })

  test("can't be guessed figure by figure, in the directory or in the search", async () => {
    const phone = "13910274311"
    for (let end = 1; end < phone.length; end++) {
      expect(await found(zhu, phone.slice(0, end))).toEqual([])
      expect(await found(zhu, phone.slice(end))).toEqual([])
      expect((await searchFor(zhu, phone.slice(0, end), { kind: "person" })).found).toEqual([])
    }
    expect(await found(zhu, "1391027431%")).toEqual([])
    expect(await found(zhu, "1391027431_")).toEqual([])
    expect((await searchFor(hr, phone, { kind: "person" })).found).toEqual([])
  })

  test("is found by its end by who looks after accounts", async () => {
    expect(await found(hr, "4311")).toEqual(["石磊"])
    expect(await found(hr, "311")).toEqual([])
  })

  test("stands in no row and on no profile", async () => {
    const { rows } = await allPages(hr, asked())
    const page = await personPage(zhu, rows[3]?.id ?? 0)
    expect(JSON.stringify([rows, page])).not.toMatch(/1[3-9]\d{9}/)
  })
})

describe("the list", () => {
  test("has everybody who works here once, department by department, each with its head first", async () => {
    const org = await organisation(db())
    const { rows, total } = await allPages(zhu, asked())
    expect(rows.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
      staff.map(({ personId }) => personId).toSorted((a, b) => a - b),
    )
    expect(total).toBe(rows.length)
    const runs = rows.filter((row, at) => row.departmentId !== rows[at - 1]?.departmentId)
    expect(new Set(runs.map(({ departmentId }) => departmentId)).size).toBe(runs.length)
    for (const first of runs) {
      const headId = org.departments.get(first.departmentId)?.headId
      expect(headId === null || headId === first.id, first.name).toBe(true)
    }
  })

  test("counts for every department those it has below it too", async () => {
    const org = await organisation(db())
    for (const id of org.departments.keys()) {
      const { here, page } = await directoryPage(zhu, asked({ department: id }))
      const members = staff.filter((each) => subtree(org, id).includes(each.departmentId))
      expect([here.active, page.total]).toEqual([members.length, members.length])
    }
  })

  test("shows heads, and who is new, apart", async () => {
    const heads = await allPages(zhu, asked({ view: "heads" }))
    expect(heads.rows.every(({ leads }) => leads)).toBe(true)
    expect(heads.total).toBe(16)
    const [xin] = (await directoryPage(zhu, asked({ view: "new" }))).page.rows
    expect(xin?.name).toBe("新禾")
  })

  test("shows a level only to those who may know it", async () => {
    const levels = async (actor: PersonActor) =>
      (await allPages(actor, asked())).rows.filter(({ level }) => level !== null).map((r) => r.id)
    expect(await levels(zhu)).toEqual([zhu.personId])
    expect(await levels(hr)).toHaveLength(staff.length)
    const head = await as("周舟")
    const own = staff.filter((each) => head.leads.has(each.departmentId))
    expect((await levels(head)).toSorted()).toEqual(own.map((each) => each.personId).toSorted())
  })

  test("goes on after somebody who meanwhile left", async () => {
    const org = await organisation(db())
    const first = await listDirectory(zhu, asked(), { org, today })
    const last = first.next ?? 0
    await engine().write(({ db: tx }) =>
      tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, last)),
    )
    const second = await listDirectory(zhu, { ...asked(), after: last }, { org, today })
    const seen = new Set([...first.rows, ...second.rows].map(({ id }) => id))
    expect(seen.size).toBe(staff.length)
    await engine().write(({ db: tx }) =>
      tx.update(people).set({ disabledAt: null }).where(eq(people.id, last)),
    )
  })
})

describe("who left", () => {
  const left = async () => {
    const [row] = await db().select({ id: people.id }).from(people).where(eq(people.name, "前程"))
    return row?.id ?? 0
  }

  test("isn't there for ordinary staff: in no view, by no search, on no page", async () => {
    for (const actor of staff.filter(
      (each) => !each.duties.has("hr") && !each.duties.has("platform"),
    )) {
      for (const filter of [
        asked(),
        asked({ view: "left" }),
        asked({ q: "前程" }),
        asked({ q: "Q099" }),
        asked({ view: "left", q: "13910987021" }),
      ])
        expect((await allPages(actor, filter)).rows.map(({ name }) => name)).not.toContain("前程")
      expect((await searchFor(actor, "前程", { kind: "person" })).found).toEqual([])
      expect(await personPage(actor, await left())).toBeNull()
    }
  })

  test("is a list of their own for 人事 and 平台管理, and shares nothing", async () => {
    for (const actor of [hr, await as("林默")]) {
      const { rows } = await allPages(actor, asked({ view: "left" }))
      expect(rows.map(({ name }) => name)).toEqual(["前程"])
      expect((await personPage(actor, await left()))?.shared.count).toBe(0)
      expect((await searchFor(actor, "前程", { kind: "person" })).found).toHaveLength(1)
    }
  })
})

test("who is on leave is shown with the day and the deputy, as long as it lasts", async () => {
  const [who, deputy] = [await as("魏景行"), await as("程可")]
  const base = { personId: who.personId, createdById: who.personId, createdAt: new Date() }
  await engine().write(({ db: tx }) =>
    tx.insert(leaves).values([
      { ...base, firstDay: "2026-11-20", lastDay: today, deputyId: deputy.personId },
      { ...base, firstDay: "2026-11-25", lastDay: "2026-11-30" },
      { ...base, firstDay: "2026-11-01", lastDay: "2026-12-30", endedAt: new Date() },
    ]),
  )
  const on = async (day: string) => {
    const org = await organisation(db())
    const { rows } = await listDirectory(zhu, asked({ view: "leave" }), { org, today: day })
    return rows.map(({ name, leave }) => [name, leave?.lastDay, leave?.deputyName])
  }
  expect(await on("2026-11-19")).toEqual([])
  expect(await on(today)).toEqual([["魏景行", today, "程可"]])
  expect(await on("2026-11-25")).toEqual([["魏景行", "2026-11-30", null]])
  expect(await on("2026-12-01")).toEqual([])
})

describe("what two people share", () => {
  let all: Task[] = []
  beforeAll(async () => {
    const ids = await db().select({ id: tasks.id }).from(tasks)
    all = (await Promise.all(ids.map(({ id }) => findTask(db(), id)))).flatMap((one) => one ?? [])
  })

  test("is exactly what one takes part in and both may open, for every two people", async () => {
    const org = await organisation(db())
    let shared = 0
    for (const actor of staff)
      for (const other of staff) {
        const person = { id: other.personId, departmentId: other.departmentId, disabledAt: null }
        const listed = await sharedIds(actor, person, org)
        const both = all.filter(
          (task) =>
            actor !== other &&
            canSee(actor, task) &&
            canSee(other, task) &&
            task.grants.some(({ principal }) => principal === `person:${other.personId}`),
        )
        shared += listed.length
        expect(
          listed
            .filter(({ kind }) => kind === "task")
            .map(({ id }) => id)
            .toSorted(),
          `${actor.name} and ${other.name}`,
        ).toEqual(both.map(({ id }) => id).toSorted())
      }
    expect(shared).toBeGreaterThan(100)
  }, 60_000)

  test("leaves out what somebody lost the clearance for, though their name is on it", async () => {
    const org = await organisation(db())
    const labelled = all.find((task) => task.sensitivityId !== null && task.ownerId !== null)
    const owner = staff.find(({ personId }) => personId === labelled?.ownerId)
    const reader = staff.find(
      (each) => each !== owner && labelled !== undefined && canSee(each, labelled),
    )
    if (!labelled || !owner || !reader) throw new Error("no labelled task that two people see")
    const person = { id: owner.personId, departmentId: owner.departmentId, disabledAt: null }
    const has = async (from: typeof org) =>
      (await sharedIds(reader, person, from)).some(({ id }) => id === labelled.id)
    expect(await has(org)).toBe(true)
    expect(await has({ ...org, clearances: new Map() })).toBe(false)
    expect(
      (await sharedIds({ ...reader, clearances: new Set() }, person, org)).some(
        ({ id }) => id === labelled.id,
      ),
    ).toBe(false)
  })

  test("are the departments that both belong to", async () => {
    const org = await organisation(db())
    const names = async (a: string, b: string) => {
      const other = await as(b)
      const person = { id: other.personId, departmentId: other.departmentId, disabledAt: null }
      return sharedHomes(await as(a), person, org).map(({ name }) => name)
    }
    expect(await names("石磊", "程可")).toEqual(["研发部"])
    expect(await names("石磊", "陈晨")).toEqual(["后端组", "研发部"])
    expect(await names("石磊", "向阳")).toEqual([])
  })
})

test("a profile names the manager, those led and, to those who may know, level and duties", async () => {
  const page = await personPage(await as("林默"), (await as("周舟")).personId)
  expect(page?.manager?.name).toBe("林默")
  expect(page?.led.map(({ name }) => name)).toEqual(["研发部"])
  expect(page?.reports.people.map(({ name }) => name)).toContain("石磊")
  expect(page?.rights).toEqual({ level: "admin", duties: [], hiredOn: "2016-07-18" })
  expect((await personPage(zhu, (await as("何静")).personId))?.rights).toBeNull()
  expect(await personPage(zhu, 9_999_999)).toBeNull()
  expect(await personPage(zhu, Number.NaN)).toBeNull()
})

test("a dissolved department is in no tree and no chart, but who left it is still found by HR", async () => {
  const leaver = await aPerson("Z900", { department: "旧部门", name: "老同事" })
  await engine().write(async ({ db: tx }) => {
    await tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, leaver))
    await tx.update(departments).set({ closedAt: new Date() }).where(eq(departments.name, "旧部门"))
  })
  await writeAsSystem("test", async (ctx) => {
    await organisationChanged(ctx)
    emit(ctx, { type: "person.changed", recordId: leaver })
  })
  const org = await organisation(db())
  const names = openBelow(org, null).map((id) => org.departments.get(id)?.name)
  expect(names).toContain("研发部")
  expect(names).not.toContain("旧部门")
  const { root } = await organisationChart(zhu, chartFilter.parse({}))
  expect(root.below.map(({ name }) => name)).not.toContain("旧部门")
  const left = await allPages(hr, asked({ view: "left" }))
  expect(left.rows.map(({ name }) => name)).toContain("老同事")
})

test("whoever looks at the directory hears of an import and of a change of departments", () => {
  for (const type of ["import.done", "department.renamed", "department.moved"])
    expect(specOf(type).topics, type).toEqual(["home:everyone"])
})

test("a department of its own lists only its people, however many there are", async () => {
  for (let n = 0; n < 120; n++) await aPerson(`Z${1000 + n}`, { department: "大部门" })
  const [row] = await db()
    .select({ departmentId: people.departmentId })
    .from(people)
    .where(eq(people.staffNo, "Z1000"))
  const { rows, total } = await allPages(zhu, asked({ department: row?.departmentId ?? 0 }))
  expect([rows.length, total, new Set(rows.map(({ id }) => id)).size]).toEqual([120, 120, 120])
})
