import { and, eq, inArray, sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { groupMembers, groups } from "@/db/schema/groups"
import { readPositions } from "@/db/schema/messages"
import { people } from "@/db/schema/people"
import { addDepartment, changeDepartment, openDepartment } from "@/lib/people/departments"
import { disablePerson, enablePerson } from "@/lib/people/disabling"
import { dissolveDepartment } from "@/lib/people/dissolving"
import { importStaff } from "@/lib/people/importing"
import { movePeople } from "@/lib/people/moving"
import { existingStaff } from "@/lib/people/staff-book"
import type { StaffRow } from "@/lib/people/staff-file"
import { checkStaffRows } from "@/lib/people/staff-rows"
import type { Actor } from "@/lib/platform/actor"
import { departmentPath, organisation, subtree } from "@/lib/platform/organisation"
import { write } from "@/lib/platform/write"
import { does, group, newGroup, refused, roleIn } from "@/tests/groups"
import { addMembers } from "./joining"
import { leaveGroup, removeMember } from "./leaving"

const system: Actor = { kind: "system", name: "test" }

/** 总经办 with 林默, two branches with two teams each, three people in each team. */
const row = (staffNo: string, department: string, isHead = "否"): StaffRow => ({
  row: 2,
  cells: {
    ...{ staffNo, department, isHead, name: `员工${staffNo}`, level: "可编辑" },
    email: `${staffNo.toLowerCase()}@qimu.example`,
  },
})
const company = [
  row("A1", "总经办", "是"),
  ...["东区", "西区"].flatMap((branch, b) => [
    row(`H${b}`, branch, "是"),
    ...["一组", "二组"].flatMap((team, t) =>
      [0, 1, 2].map((n) => row(`P${b}${t}${n}`, `${branch}/${team}`)),
    ),
  ]),
]

async function load(rows: readonly StaffRow[]) {
  const checked = checkStaffRows(rows, await existingStaff(db()))
  return write(system, (ctx) => importStaff(ctx, checked, { fileName: "员工.csv" }))
}

const id = async (staffNo: string): Promise<number> => {
  const [found] = await db()
    .select({ id: people.id })
    .from(people)
    .where(eq(people.staffNo, staffNo))
  if (!found) throw new Error(`nobody has the number ${staffNo}`)
  return found.id
}
async function department(path: string) {
  const org = await organisation(db())
  const found = [...org.departments.keys()].find((each) => departmentPath(org, each) === path)
  return (await openDepartment(db(), found ?? 0)) ?? Promise.reject(new Error(`no ${path}`))
}
/** Staff numbers of a group's people; of all, or of those who came with the department. */
async function inside(groupId: number, following?: true): Promise<string[]> {
  const rows = await db()
    .select({ staffNo: people.staffNo })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .where(and(eq(groupMembers.groupId, groupId), following && eq(groupMembers.follows, following)))
    .orderBy(people.staffNo)
  return rows.map(({ staffNo }) => staffNo)
}
const groupFor = async (path: string, head: string) =>
  newGroup(await id(head), [], {
    kind: "department",
    name: "",
    departmentId: (await department(path)).id,
  })

let east = 0
let team = 0

beforeAll(async () => {
  await migrate()
  await load(company)
  east = await groupFor("东区", "H0")
  team = await groupFor("东区/一组", "H0")
})

const everyEast = ["H0", "P000", "P001", "P002", "P010", "P011", "P012"]

describe("a department's group follows the department", () => {
  test("it begins with everybody there and below, is called as it is, and its head runs it", async () => {
    expect(await inside(east)).toEqual(everyEast)
    expect((await group(east)).name).toBe("东区")
    expect(await roleIn(east, await id("H0"))).toBe("manager")
    expect(await roleIn(east, await id("P000"))).toBe("member")
  })

  test("a department has one group", async () => {
    const again = groupFor("东区", "H0")
    expect((await refused(again)).fields).toEqual({ department: "groups.error.departmentTaken" })
  })

  test("who moves goes out of one group and into the other, and what was said before isn't unread", async () => {
    const west = await groupFor("西区", "H1")
    await engine().write(({ db: tx }) =>
      tx.update(groups).set({ lastSeq: 40 }).where(eq(groups.id, west)),
    )
    const mover = await id("P000")
    await engine().write(({ db: tx }) =>
      tx.insert(readPositions).values({ personId: mover, groupId: east, seq: 3 }),
    )
    const to = await department("西区/一组")
    const from = await department("东区/一组")
    await write(system, (ctx) => movePeople(ctx, [{ id: mover, departmentId: from.id }], to.id))
    expect(await inside(east)).not.toContain("P000")
    expect(await inside(team)).not.toContain("P000")
    expect(await inside(west)).toContain("P000")
    const [member] = await db()
      .select()
      .from(groupMembers)
      .where(and(eq(groupMembers.groupId, west), eq(groupMembers.personId, mover)))
    expect(member).toMatchObject({ joinedSeq: 40, follows: true })
    const kept = eq(readPositions.personId, mover)
    expect(await db().select().from(readPositions).where(kept)).toEqual([])
    await write(system, (ctx) => movePeople(ctx, [{ id: mover, departmentId: to.id }], from.id))
    expect(await inside(east)).toEqual(everyEast)
  })

  test("who leaves the company leaves it, and is in it again when they come back", async () => {
    const leaver = { id: await id("P010") }
    await write(system, (ctx) => disablePerson(ctx, leaver))
    expect(await inside(east)).not.toContain("P010")
    await write(system, (ctx) => enablePerson(ctx, leaver))
    expect(await inside(east)).toContain("P010")
  })

  test("who was brought in by hand stays, wherever they work", async () => {
    const guest = await id("A1")
    await does(await id("H0"), async (ctx) => addMembers(ctx, await group(east), [guest]))
    const [desk, home] = [await department("西区/二组"), await department("总经办")]
    await write(system, (ctx) => movePeople(ctx, [{ id: guest, departmentId: home.id }], desk.id))
    expect(await inside(east)).toContain("A1")
    await does(await id("H0"), async (ctx) => removeMember(ctx, await group(east), guest))
  })

  test("who came with the department can't be removed, and can't leave, by hand", async () => {
    const follower = await id("P001")
    const out = does(await id("H0"), async (ctx) => removeMember(ctx, await group(east), follower))
    expect((await refused(out)).sentence).toBe("groups.error.follows")
    const leave = does(follower, async (ctx) => leaveGroup(ctx, await group(east)))
    expect((await refused(leave)).sentence).toBe("groups.error.followsSelf")
  })

  test("a new head runs it, and the old one no longer", async () => {
    const before = await department("东区")
    const { name, parentId } = before
    const next = await id("P001")
    await write(system, (ctx) => changeDepartment(ctx, before, { name, parentId, headId: next }))
    expect(await roleIn(east, next)).toBe("manager")
    expect(await roleIn(east, await id("H0"))).toBe("member")
    const now = await department("东区")
    await write(system, async (ctx) =>
      changeDepartment(ctx, now, { name, parentId, headId: await id("H0") }),
    )
    expect(await roleIn(east, next)).toBe("member")
  })

  test("a team that moves takes its people along", async () => {
    const west = await department("西区")
    const moved = await department("东区/二组")
    await write(system, (ctx) =>
      changeDepartment(ctx, moved, { name: "三组", parentId: west.id, headId: null }),
    )
    expect(await inside(east)).toEqual(["H0", "P000", "P001", "P002"])
    const back = await department("西区/三组")
    const home = await department("东区")
    await write(system, (ctx) =>
      changeDepartment(ctx, back, { name: "二组", parentId: home.id, headId: null }),
    )
    expect(await inside(east)).toEqual(everyEast)
  })

  test("a dissolved department's group is put away", async () => {
    const lead = await id("H0")
    const parentId = (await department("东区")).id
    const made = await write(system, (ctx) =>
      addDepartment(ctx, { name: "临时组", parentId, headId: null }),
    )
    const temporary = await newGroup(lead, [], { kind: "department", name: "", departmentId: made })
    const gone = await department("东区/临时组")
    await write(system, (ctx) => dissolveDepartment(ctx, gone))
    expect((await group(temporary)).archivedAt).not.toBeNull()
  })
})

describe("a staff file", () => {
  test("moves people, brings new ones in, takes leavers out, and hands the group to a new head", async () => {
    const rows = [
      row("P002", "西区/一组"),
      row("N1", "东区/一组"),
      row("H0", "东区", "否"),
      row("P011", "东区", "是"),
    ]
    await load(rows)
    expect(await inside(east)).toEqual(["H0", "N1", "P000", "P001", "P010", "P011", "P012"])
    expect(await roleIn(east, await id("P011"))).toBe("manager")
    expect(await roleIn(east, await id("H0"))).toBe("member")
  })

  test("of 5,000 people fills their groups in a few statements, under one event for each", async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => row(`B${n}`, `大区/第${n % 20}组`))
    await load([row("BH", "大区", "是")])
    const big = await groupFor("大区", "BH")
    const begun = performance.now()
    await load(rows)
    const seconds = (performance.now() - begun) / 1000
    console.info(`an import of 5,000 with its group: ${seconds.toFixed(1)} s`)
    expect((await inside(big)).length).toBe(5_001)
    const joined = await db()
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.type, "group.joined"), eq(events.recordId, big)))
    expect(joined).toHaveLength(1)
    const [one] = await db()
      .select({ ids: sql<number>`count(*)` })
      .from(groupMembers)
      .where(and(eq(groupMembers.groupId, big), eq(groupMembers.role, "manager")))
    expect(Number(one?.ids)).toBe(1)
  })

  test("whatever happened, those who follow a department are its people", async () => {
    const org = await organisation(db())
    const all = await db().select().from(groups).where(eq(groups.kind, "department"))
    for (const { id: groupId, departmentId } of all.filter((one) => one.archivedAt === null)) {
      const below = subtree(org, departmentId ?? 0)
      const should = await db()
        .select({ staffNo: people.staffNo })
        .from(people)
        .where(and(inArray(people.departmentId, below), sql`disabled_at is null`))
        .orderBy(people.staffNo)
      expect(await inside(groupId, true)).toEqual(should.map(({ staffNo }) => staffNo))
    }
  })
})
