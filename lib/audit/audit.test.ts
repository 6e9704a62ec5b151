import { count, eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine, migrate } from "@/db/engine"
import { events, ofType } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { clearances, personDuties, sensitivities } from "@/db/schema/people"
import { tasks } from "@/db/schema/tasks"
import type { Duty, PersonActor } from "@/lib/platform/actor"
import { emit } from "@/lib/platform/events"
import { exported } from "@/lib/platform/exporting"
import { organisationChanged } from "@/lib/platform/organisation"
import { registry } from "@/lib/platform/registry"
import { write, writeAsSystem } from "@/lib/platform/write"
import { actor, aPerson } from "@/tests/people"
import { aGroup, say as sayIn } from "@/tests/talk"
import { lastCheck, startCheck } from "./checking"
import { exportLog } from "./exporting"
import { readFilter } from "./filter"
import { histogram } from "./histogram"
import { logId } from "./log"
import { momentsIn } from "./moments"
import { noteOpening } from "./opening"
import { mayAudit } from "./policy"
import { type AuditEvent, auditPage, sameRequest } from "./queries"
import { markedEvent, openReviews, review } from "./reviewing"
import { scopeOf } from "./scope"
import { surroundingsOf } from "./surroundings"
import { wording } from "./wording"

const origin = { requestId: "r-7f3ac1e9", address: "10.2.14.8", device: "Chrome" }
const { full: moment } = momentsIn("zh", "Asia/Shanghai")

let platform: PersonActor
let other: PersonActor
let head: PersonActor
let secretTask = 0

beforeAll(async () => {
  await migrate()
  platform = await withDuty("Q001", "platform")
  other = await withDuty("Q004", "platform")
  head = await actor(await aPerson("Q010", { name: "周舟", department: "研发部" }))
  const label = await engine().write(async ({ db: tx }) => {
    const [row] = await tx
      .insert(sensitivities)
      .values({ name: "财务", nameEn: "Finance", createdAt: new Date() })
      .returning()
    await tx.insert(clearances).values({ personId: head.personId, sensitivityId: row?.id ?? 0 })
    return row?.id ?? 0
  })
  await writeAsSystem("test", async (ctx) => {
    await organisationChanged(ctx)
    emit(ctx, { type: "sensitivity.added", recordId: label })
  })
  head = await actor(head.personId)
  secretTask = await aTask("裁员名单", label)
})

async function withDuty(staffNo: string, duty: Duty): Promise<PersonActor> {
  const id = await aPerson(staffNo)
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.insert(personDuties).values({ personId: id, duty })
    await organisationChanged(ctx)
    emit(ctx, { type: "person.added", recordId: id })
  })
  return actor(id)
}

const aTask = (name: string, sensitivityId: number | null) =>
  write(
    head,
    async (ctx) => {
      const [row] = await ctx.tx
        .insert(tasks)
        .values({
          name,
          ownerId: head.personId,
          creatorId: head.personId,
          departmentId: head.departmentId,
          sensitivityId,
          priority: "medium",
          state: "todo",
          createdAt: ctx.now,
          updatedAt: ctx.now,
          sortKey: 1,
        })
        .returning()
      const id = row?.id ?? 0
      emit(ctx, { type: "task.created", recordId: id, data: { ownerId: head.personId } })
      emit(ctx, {
        type: "task.edited",
        recordId: id,
        data: { name: { before: name, after: "甲" } },
      })
      return id
    },
    { origin },
  )

const say = (by: PersonActor, type: string, recordId: number, data = {}) =>
  write(by, async (ctx) => emit(ctx, { type, recordId, data }), { origin })

const pageOf = async (query: Record<string, unknown>) => (await auditPage(readFilter(query))).rows

async function worded(reader: PersonActor, rows: AuditEvent[]) {
  const around = await surroundingsOf(reader, rows, "zh")
  return wording({ locale: "zh", around, moment })
}

describe("who may open the log", () => {
  test("平台管理 and nobody else, 人事 neither", () => {
    expect(mayAudit(platform)).toBe(true)
    for (const duty of ["hr", "support", "office"] as const)
      expect(mayAudit({ ...head, duties: new Set([duty]) })).toBe(false)
    expect(mayAudit(head)).toBe(false)
    expect(mayAudit({ kind: "system", name: "test" })).toBe(false)
  })

  test("only they are shown how many wait for review", async () => {
    expect(await openReviews(head)).toEqual({ count: 0 })
  })
})

describe("what a row shows", () => {
  test("the title of what the reader may see; of the rest its kind and number, never the title", async () => {
    const rows = await pageOf({ kind: "task", record: secretTask })
    expect(rows).toHaveLength(2)
    const [row] = rows
    if (!row) throw new Error("no row")
    expect((await worded(head, rows)).object(row)).toBe("裁员名单")
    const seen = await worded(platform, rows)
    expect(seen.object(row)).toBe(`任务 #${secretTask}`)
    expect(rows.map((each) => JSON.stringify(seen.changes(each))).join()).not.toContain("裁员")
    expect(JSON.stringify(seen.changes(rows[0] ?? row))).toContain("无权查看")
  })

  test("who did it, from where, and what came of it in the same request", async () => {
    const rows = await pageOf({ kind: "task", record: secretTask })
    const [edited, created] = rows
    if (!edited || !created) throw new Error("no rows")
    const seen = await worded(platform, rows)
    expect(seen.who(created)).toBe("周舟")
    expect(seen.action(created)).toBe("新建任务")
    expect(seen.source(created)).toBe("网页，10.2.14.8")
    expect((await sameRequest(created)).map(({ id }) => id)).toContain(edited.id)
    const [byItself] = await pageOf({ type: "sensitivity.added" })
    if (!byItself) throw new Error("no row")
    expect([seen.who(byItself), seen.source(byItself)]).toEqual(["系统", "定时任务"])
  })

  test("levels before and after in words", async () => {
    const data = { before: "edit", after: "view", personIds: [head.personId] }
    await say(platform, "person.levelled", head.personId, data)
    const [row] = await pageOf({ type: "person.levelled" })
    if (!row) throw new Error("no row")
    const seen = await worded(platform, [row])
    expect(seen.detail(row)).toBe("可编辑 → 仅查看")
    expect(seen.changes(row)).toEqual([{ field: "权限级别", before: "可编辑", after: "仅查看" }])
  })
})

describe("filters", () => {
  test("person, action, kind, record and address narrow it, each by itself and together", async () => {
    const mine = await pageOf({ person: "周舟" })
    expect(mine.every(({ actorId }) => actorId === head.personId)).toBe(true)
    expect(mine.length).toBeGreaterThan(0)
    expect(await pageOf({ person: "Q010" })).toEqual(mine)
    expect(await pageOf({ person: `#${head.personId}` })).toEqual(mine)
    expect(await pageOf({ person: "没有这个人" })).toEqual([])
    const rights = await pageOf({ group: "rights" })
    expect(new Set(rights.map(({ type }) => type))).toEqual(
      new Set(["person.levelled", "sensitivity.added"]),
    )
    expect((await pageOf({ kind: "task" })).every(({ kind }) => kind === "task")).toBe(true)
    expect(await pageOf({ group: "rights", person: "周舟" })).toEqual([])
    const near = await pageOf({ address: "10.2." })
    expect(near.every(({ address }) => address === "10.2.14.8")).toBe(true)
    expect(await pageOf({ address: "192.168." })).toEqual([])
  })

  test("a type by the index of types; talk, which isn't in it, all the same", async () => {
    const talk = await aGroup([head.personId])
    const first = await sayIn(head.personId, talk, "早上好")
    const second = await sayIn(head.personId, talk, "三点开会")
    const rows = await pageOf({ type: "message.sent" })
    expect(rows.map(({ recordId }) => recordId)).toEqual([second.id, first.id])
    expect(await pageOf({ kind: "message" })).toEqual(rows)
    const bars = await histogram(await scopeOf({ type: "message.sent" }))
    expect(bars?.reduce((sum, bar) => sum + bar.count, 0)).toBe(2)
    // On a table as small as this one PostgreSQL would rather read all of it.
    if (onPostgres) return
    const asked = sql`explain query plan select id from events where ${ofType("task.created")} order by id desc`
    expect(JSON.stringify(await engine().rows(db(), asked))).toContain("INDEX events_type")
  })

  test("a time range, in company time", async () => {
    expect(await pageOf({ from: "2020-01-01T00:00", until: "2020-01-02T00:00" })).toEqual([])
    const all = await pageOf({})
    expect(await pageOf({ from: "2020-01-01T00:00" })).toEqual(all)
  })

  test("what makes no sense is left out instead of failing", () => {
    const odd = {
      group: "x",
      record: "-1",
      from: "gestern",
      address: "%",
      before: "1.5",
      kind: ["a"],
    }
    expect(readFilter(odd)).toEqual({})
  })

  test("how somebody came in is theirs, though the system opened the door", async () => {
    await writeAsSystem("people.sign_in", async (ctx) =>
      emit(ctx, { type: "person.sign_in_failed", recordId: head.personId, data: { step: "code" } }),
    )
    const [row] = await pageOf({ person: "周舟", group: "signin" })
    if (!row) throw new Error("no row")
    expect((await worded(platform, [row])).who(row)).toBe("周舟")
  })

  test("page after page shows everything once", async () => {
    for (let i = 0; i < 12; i++) await say(head, "task.started", secretTask)
    const all = (await auditPage({}, 1000)).rows.map(({ id }) => id)
    const found: number[] = []
    for (let before: number | undefined; ; ) {
      const page = await auditPage({ before }, 5)
      found.push(...page.rows.map(({ id }) => id))
      if (page.next === null) break
      before = page.next
    }
    expect(found).toEqual(all)
  })

  test("the bars hold as much as the list", async () => {
    const bars = await histogram(await scopeOf({}))
    const [all] = await db().select({ n: count() }).from(events)
    expect(bars).toHaveLength(24)
    expect(bars?.reduce((sum, bar) => sum + bar.count, 0)).toBe(all?.n)
    const rights = await histogram(await scopeOf({ group: "rights" }))
    expect(rights?.reduce((sum, bar) => sum + bar.count, 0)).toBe(
      (await pageOf({ group: "rights" })).length,
    )
  })
})

describe("the log is in the log", () => {
  test("opening it, once in ten minutes for the same question", async () => {
    const opened = async () => (await pageOf({ type: "audit.opened" })).length
    await noteOpening(platform, { person: "周舟" }, origin)
    await noteOpening(platform, { person: "周舟", before: 3 }, origin)
    expect(await opened()).toBe(1)
    await noteOpening(platform, { group: "rights" }, origin)
    expect(await opened()).toBe(2)
  })

  test("exporting it, before the first row leaves", async () => {
    const log = exportLog(platform, { filter: {}, type: "csv", locale: "zh", moment })
    await exported(platform, log, "plain", origin)
    const [row] = await pageOf({ type: "audit.exported" })
    expect(row).toMatchObject({
      actorId: platform.personId,
      data: { format: "csv", masked: false },
    })
  })
})

describe("what asks for a second look", () => {
  test("is marked as it is written, told to every other administrator once, and counted", async () => {
    const before = (await openReviews(platform)).count
    const raise = { before: "view", after: "edit", personIds: [head.personId] }
    await say(platform, "person.levelled", head.personId, raise)
    await say(platform, "person.levelled", head.personId, {
      ...raise,
      before: "edit",
      after: "admin",
    })
    expect((await openReviews(platform)).count).toBe(before + 2)
    const [row] = await pageOf({ type: "person.levelled" })
    expect(row).toMatchObject({ needsReview: true, data: { marks: ["rights_raised"] } })
    const told = await db().select().from(bundles).where(eq(bundles.kind, "audit"))
    expect(
      told.map(({ personId, recordId, unread, needsYou }) => [
        personId,
        recordId,
        unread,
        needsYou,
      ]),
    ).toEqual([[other.personId, logId, 2, true]])
  })

  test("a fifth denial and a fourth export within minutes; those after them say nothing new", async () => {
    const markedOf = async (type: string) =>
      (await pageOf({ type })).filter(({ needsReview }) => needsReview).length
    for (let i = 0; i < 8; i++) await say(head, "person.denied", head.personId, { action: "x" })
    expect(await markedOf("person.denied")).toBe(1)
    for (let i = 0; i < 6; i++) await say(other, "audit.exported", logId)
    expect(await markedOf("audit.exported")).toBe(1)
  })

  test("somebody looks at it and says what it was; the event stays as it is", async () => {
    const [row] = await pageOf({ review: "open" })
    if (!row) throw new Error("nothing to review")
    const before = await db().select().from(events).where(eq(events.id, row.id))
    const look = (note: string) =>
      write(other, (ctx) => review(Object.assign(ctx, { actor: other }), row, note))
    await look("已与本人核实")
    await expect(look("再看一次")).rejects.toMatchObject({ sentence: "audit.error.reviewed" })
    expect(await db().select().from(events).where(eq(events.id, row.id))).toEqual(before)
    expect((await pageOf({ review: "open" })).map(({ id }) => id)).not.toContain(row.id)
    const again = (await pageOf({ review: "all" })).find(({ id }) => id === row.id)
    expect(again).toMatchObject({ reviewedBy: other.personId, reviewNote: "已与本人核实" })
  })

  test("what isn't marked can't be reviewed", async () => {
    const [row] = await pageOf({ type: "task.created" })
    expect(await markedEvent(db(), row?.id ?? 0)).toBeNull()
  })
})

test("the check goes through the whole chain and leaves its result in the log", async () => {
  await startCheck()
  expect((await lastCheck())?.data).toMatchObject({ whole: true })
})

test("every event and every kind of record has its word, in both languages", () => {
  const codes = [...registry().events].flatMap(([type, { kind }]) => [type, kind])
  const unsaid = (locale: "zh" | "en") => {
    const said = new Set(
      registry().modules.flatMap((each) => Object.keys(each.said?.[locale] ?? {})),
    )
    return codes.filter((code) => !said.has(code))
  }
  expect(unsaid("zh")).toEqual([])
  expect(unsaid("en")).toEqual([])
})
