import { readFile } from "node:fs/promises"
import { and, eq, isNotNull, sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { db, engine, migrate } from "@/db/engine"
import { access } from "@/db/schema/access"
import { events } from "@/db/schema/events"
import { groupMembers, groups } from "@/db/schema/groups"
import { clocks, messages } from "@/db/schema/messages"
import { bundles } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import { addDays, dayIn } from "@/lib/calendar/zones"
import { awaitingMe } from "@/lib/messages/clock-lists"
import { laterThan } from "@/lib/messages/history"
import { myGroups } from "@/lib/messages/list"
import { findMessage } from "@/lib/messages/message"
import { canSee as canSeeMessage } from "@/lib/messages/policy"
import { unreadCounts, withReceipts } from "@/lib/messages/receipts"
import { searchIn } from "@/lib/messages/searching"
import { listInbox } from "@/lib/notifications/queries"
import { sampleCompany } from "@/lib/people/sample-company"
import { readStaffFile } from "@/lib/people/staff-file"
import { visibleIds } from "@/lib/platform/access"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { registry } from "@/lib/platform/registry"
import { settings } from "@/lib/platform/settings"
import { searchFor } from "@/lib/search/queries"
import { canSee } from "@/lib/tasks/policy"
import { listTasks } from "@/lib/tasks/queries"
import { findTask, type Task } from "@/lib/tasks/task"
import { loadWorld } from "@/lib/world"
import { as, everybody } from "./personas"

const now = new Date()
const bounds = { timeZone: "Asia/Shanghai", endOfToday: now, endOfWeek: now, now }
let staff: PersonActor[] = []
let all: Task[] = []

beforeAll(async () => {
  await migrate()
  await loadWorld({ now })
  staff = await everybody()
  const ids = await db().select({ id: tasks.id }).from(tasks)
  all = (await Promise.all(ids.map(({ id }) => findTask(db(), id)))).flatMap((task) => task ?? [])
})

const ordered = (ids: readonly number[]) => ids.toSorted((a, b) => a - b)

/** Every page of a view, one after the other. */
async function pagesOf(actor: PersonActor): Promise<number[]> {
  const found: number[] = []
  for (let after: string | undefined; ; ) {
    const page = await listTasks(actor, { view: "all", sort: "state", after }, bounds)
    found.push(...page.rows.map(({ id }) => id))
    if (page.next === null) return found
    after = page.next
  }
}

describe("list and lock agree", () => {
  test("for every kind of record, everybody lists exactly what they may open", async () => {
    for (const [name, kind] of registry().kinds) {
      const kept = await db()
        .selectDistinct({ id: access.recordId })
        .from(access)
        .where(eq(access.kind, name))
      const records = await Promise.all(kept.map(({ id }) => kind.find(db(), id)))
      for (const actor of staff) {
        const rows = await engine().rows<{ record_id: number }>(
          db(),
          visibleIds(actor, name, { limit: 10_000 }),
        )
        const open = records.flatMap((record) =>
          record && kind.canSee(actor, record) ? [record.id] : [],
        )
        expect(ordered(rows.map((row) => Number(row.record_id))), `${actor.name}: ${name}`).toEqual(
          ordered(open),
        )
      }
    }
  })

  test("the task list, page by page, has every task one may see and no other", async () => {
    expect(all.length).toBeGreaterThan(60)
    for (const actor of staff) {
      const may = all.filter((task) => canSee(actor, task)).map(({ id }) => id)
      expect(ordered(await pagesOf(actor)), actor.name).toEqual(ordered(may))
    }
  })

  test("every task has its access list and its place in the search", async () => {
    const listed = await db()
      .selectDistinct({ id: access.recordId })
      .from(access)
      .where(eq(access.kind, "task"))
    const found = await engine().rows<{ id: number }>(
      db(),
      sql`select record_id as id from search_rows where kind = 'task'`,
    )
    expect(ordered(listed.map(({ id }) => id))).toEqual(ordered(all.map(({ id }) => id)))
    expect(ordered(found.map(({ id }) => Number(id)))).toEqual(ordered(all.map(({ id }) => id)))
  })
})

describe("a labelled task exists only for those cleared for the label", () => {
  const labelled = () => all.filter((task) => task.sensitivityId !== null)

  test("财务 is for 财务部 and 总经办", async () => {
    const org = await organisation(db())
    const [label] = await engine().rows<{ id: number }>(
      db(),
      sql`select id from sensitivities where name = '财务'`,
    )
    const holders = staff.filter((actor) => actor.clearances.has(Number(label?.id)))
    const homes = new Set(holders.map((actor) => departmentPath(org, actor.departmentId)))
    expect(homes).toEqual(new Set(["财务部", "总经办"]))
    expect(
      labelled().filter((task) => task.sensitivityId === Number(label?.id)).length,
    ).toBeGreaterThan(3)
  })

  test("not in a list, not in an inbox, for anybody else", async () => {
    const secret = new Set(labelled().map(({ id }) => id))
    for (const actor of staff) {
      const barred = labelled().filter((task) => !actor.clearances.has(task.sensitivityId ?? 0))
      const closed = new Set(barred.map(({ id }) => id))
      expect((await pagesOf(actor)).filter((id) => closed.has(id))).toEqual([])
      const told = await db()
        .select({ id: bundles.recordId })
        .from(bundles)
        .where(and(eq(bundles.personId, actor.personId), eq(bundles.kind, "task")))
      expect(
        told.filter(({ id }) => closed.has(id)),
        actor.name,
      ).toEqual([])
    }
    expect(secret.size).toBeGreaterThan(5)
  })

  test("a search finds it for them alone", async () => {
    for (const actor of staff) {
      const { found } = await searchFor(actor, "工资核算", { kind: "task" })
      const payroll = all.find(({ name }) => name === "十一月工资核算")
      const may = payroll !== undefined && canSee(actor, payroll)
      expect(
        found.map(({ title }) => title),
        actor.name,
      ).toEqual(may ? ["十一月工资核算"] : [])
    }
  })

  test("a head above the home who isn't cleared sees nothing of it", async () => {
    const xiang = await as("向阳")
    const payroll = all.find(({ name }) => name === "十一月工资核算")
    const strategy = all.find(({ name }) => name.startsWith("明年产品方向"))
    expect(payroll && canSee(xiang, payroll)).toBe(false)
    expect(strategy && canSee(await as("周舟"), strategy)).toBe(true)
    expect(strategy && canSee(await as("何静"), strategy)).toBe(false)
  })
})

describe("the sample company", () => {
  test("is the sample staff file, with 新禾 hired five days ago", async () => {
    const hiredOn = addDays(dayIn("Asia/Shanghai", now), -5)
    const bytes = await readFile(new URL("./samples/company.csv", import.meta.url))
    const own = await readStaffFile(new TextEncoder().encode(sampleCompany(hiredOn)))
    const sample = await readStaffFile(bytes)
    const dated = sample.rows.map(({ row, cells }) => ({
      row,
      cells: cells.staffNo === "Q060" ? { ...cells, hiredOn } : cells,
    }))
    expect(own.rows).toEqual(dated)
    const [xin] = await db().select().from(people).where(eq(people.staffNo, "Q060"))
    expect(xin?.hiredOn).toBe(hiredOn)
    expect((await settings()).company).toEqual({
      name: "栖木软件",
      timeZone: "Asia/Shanghai",
      locale: "zh",
    })
  })

  test("is loaded once", async () => {
    expect(await loadWorld({ now })).toBe(false)
    expect(await db().select({ id: tasks.id }).from(tasks)).toHaveLength(all.length)
  })

  test("has a past in the order in which it happened, and nothing from the future", async () => {
    const said = await db().select({ at: events.at }).from(events).orderBy(events.id)
    const times = said.map(({ at }) => at.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
  })

  test("is in the middle of its work: every state, overdue and due today, something to deal with", async () => {
    expect(new Set(all.map(({ state }) => state))).toEqual(
      new Set(["todo", "doing", "need_support", "done"]),
    )
    const open = all.filter(({ state, dueAt }) => state !== "done" && dueAt !== null)
    const dueOn = (day: string) =>
      open.filter(({ dueAt }) => dueAt && dayIn("Asia/Shanghai", dueAt) === day)
    const today = dayIn("Asia/Shanghai", now)
    expect(dueOn(today).length).toBeGreaterThan(2)
    expect(open.filter(({ dueAt }) => dueAt && dueAt < now).length).toBeGreaterThan(5)
    for (const who of ["柯南星", "陈晨", "程可", "苏苏"]) {
      const { personId } = await as(who)
      expect(all.filter(({ ownerId }) => ownerId === personId).length, who).toBeGreaterThan(2)
    }
    const inbox = await listInbox(await as("柯南星"), "open", true)
    expect(inbox.bundles.length).toBeGreaterThan(0)
  })
})

describe("the sample company talks", () => {
  const said = () => db().select().from(messages)
  const groupNamed = async (name: string) => {
    const [row] = await db().select().from(groups).where(eq(groups.name, name))
    if (!row) throw new Error(`there is no group ${name}`)
    return row
  }

  test("everybody reads what was said in their own groups and nothing else", async () => {
    const rows = await said()
    const all = (await Promise.all(rows.map(({ id }) => findMessage(db(), id)))).flatMap(
      (message) => message ?? [],
    )
    for (const actor of staff) {
      const own = new Set((await myGroups(actor)).map(({ id }) => id))
      const listed = rows.flatMap(({ id, groupId }) => (own.has(groupId) ? [id] : []))
      const may = all.filter((message) => canSeeMessage(actor, message)).map(({ id }) => id)
      expect(ordered(listed), actor.name).toEqual(ordered(may))
    }
  })

  test("whoever spoke in a group was in it by then, and is unless they left", async () => {
    const members = await db().select().from(groupMembers)
    const joined = new Map(members.map((row) => [`${row.groupId} ${row.personId}`, row.joinedAt]))
    const gone = (await said()).filter(({ groupId, authorId, at }) => {
      const since = joined.get(`${groupId} ${authorId}`)
      return since === undefined || since > at
    })
    expect(gone.map(({ body }) => body)).toEqual(["我先退群啦，膝盖要养一阵，好了再来。"])
  })

  test("messages are numbered in the order in which they were said, and none is from the future", async () => {
    const rows = await said()
    expect(rows.length).toBeGreaterThan(300)
    for (const [, here] of Map.groupBy(rows, ({ groupId }) => groupId)) {
      const bySeq = here.toSorted((a, b) => a.seq - b.seq)
      expect(bySeq.map(({ seq }) => seq)).toEqual(bySeq.map((_, nth) => nth + 1))
      const times = bySeq.map(({ at }) => at.getTime())
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
    }
  })

  test("the newest part of 秋季版本 V3.2 is an urgent question that 柯南星 still owes an answer", async () => {
    const { id, lastSeq } = await groupNamed("秋季版本 V3.2")
    const { rows } = await laterThan(id, lastSeq - 8)
    expect(rows.map(({ author }) => author.name)).toEqual(["石磊", "许诺", "周舟", "安然"])
    const [, , card, urgent] = rows
    expect(card?.refs[0]).toMatch(/^task:\d+$/)
    expect(urgent).toMatchObject({ urgency: "urgent", replies: 4 })
    expect(urgent?.mentions.map(({ name }) => name)).toEqual(["柯南星", "陈晨"])
    expect(urgent?.clocks.map(({ open }) => open)).toEqual([true, false])
    const owed = await awaitingMe(await as("柯南星"), 10)
    expect(owed.length).toBeGreaterThan(3)
    expect(owed[0]?.urgency).toBe("urgent")
  })

  test("three haven't read the urgent question yet", async () => {
    const { id } = await groupNamed("秋季版本 V3.2")
    const [urgent] = (await searchIn(id, "现场已停止发货", null)).rows
    const { unread } = await withReceipts(await as("安然"), id, { rows: urgent ? [urgent] : [] })
    expect(Object.values(unread)).toEqual([3])
  })

  test("most have read what was answered in a thread, and some never opened it", async () => {
    const { id } = await groupNamed("秋季版本 V3.2")
    const size = (await db().select().from(groupMembers).where(eq(groupMembers.groupId, id))).length
    const answers = await db()
      .select()
      .from(messages)
      .where(and(eq(messages.groupId, id), isNotNull(messages.threadId)))
    const unread: number[] = []
    for (const { authorId, seq, threadId } of answers)
      unread.push(...(await unreadCounts(id, authorId, [seq], threadId)).values())
    const share = unread.reduce((sum, count) => sum + count, 0) / (answers.length * (size - 1))
    expect(answers.length).toBeGreaterThan(10)
    expect(share).toBeGreaterThan(0.05)
    expect(share).toBeLessThan(0.3)
  })

  test("clocks were answered, some too late, and some are open; nobody's list is empty", async () => {
    const rows = await db().select().from(clocks)
    expect(rows.filter(({ answeredAt }) => answeredAt).length).toBeGreaterThan(30)
    expect(rows.filter(({ escalatedAt }) => escalatedAt).length).toBeGreaterThan(4)
    expect(rows.filter(({ open }) => open).length).toBeGreaterThan(7)
    expect(new Set(rows.map(({ answeredBy }) => answeredBy))).toEqual(
      new Set(["reply", "reaction", "done", null]),
    )
    for (const who of ["林默", "柯南星", "周舟"]) {
      const lines = await myGroups(await as(who))
      expect(lines.filter(({ unread }) => unread > 0).length, who).toBeGreaterThan(2)
      expect(lines.filter(({ owed }) => owed !== null).length, who).toBeGreaterThan(0)
    }
  })
})
