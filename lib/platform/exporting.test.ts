import { desc } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { actor, aPerson } from "@/tests/people"
import type { PersonActor } from "./actor"
import { noOrigin } from "./context"
import { parseCsv } from "./csv"
import { type ExportWay, exported } from "./exporting"
import { lookThrough } from "./screening/rows"
import { writeSetting } from "./settings"
import { sheetOf } from "./sheet-export"
import { writeAsSystem } from "./write"

const phone = "13812345678"
const idCard = "11010519491231002X"
let me: PersonActor

beforeAll(async () => {
  await migrate()
  me = await actor(await aPerson("Q001"))
})

/** A list of three columns, a page of `size` rows after the other. */
function listOf(rows: readonly (readonly string[])[], size = 100) {
  const said = { type: "task.exported", recordId: me.personId, data: { format: "csv" } }
  return sheetOf(said, {
    type: "csv",
    header: ["编号", "内容", "截止时间"],
    page: async (after) => {
      const from = Number(after ?? 0)
      const next = from + size < rows.length ? String(from + size) : null
      return { rows: rows.slice(from, from + size), next }
    },
    cells: async (page) => page.map((row) => [...row]),
  })
}

const rowsOf = async (bytes: AsyncIterable<Uint8Array>) =>
  parseCsv(Buffer.concat(await Array.fromAsync(bytes)).toString("utf8")).lines.map(
    ({ cells }) => cells,
  )

async function leaves(list: ReturnType<typeof listOf>, way?: Exclude<ExportWay, "look">) {
  const { file, masked } = await exported(me, list, way, noOrigin)
  const rows = await rowsOf(file)
  const [said] = await db().select().from(events).orderBy(desc(events.id)).limit(1)
  return { rows, masked, said: said?.data }
}

const sensitive = [
  ["XS202611012", `打 ${phone}，抄送 chen@qimu.example`, "2026-11-24 18:00"],
  ["GD20261124-03", "周三上午见", "2026-12-01 09:30"],
  ["XS202611013", `身份证 ${idCard}，营收 3,200 万元`, ""],
]

test("before it leaves a file is looked through, by kind and number", async () => {
  const looked = await listOf(sensitive).look()
  expect(looked).toEqual({ finds: { id_card: 1, phone: 1, email: 1, finance: 1 }, whole: true })
  expect(await listOf([["XS202611012", "周三上午见", "2026-11-24"]]).look()).toEqual({
    ...{ finds: {}, whole: true },
  })
})

test("of a long list as much is looked at as there is time for: then it is at least so many", async () => {
  async function* pages() {
    for (let page = 0; page < 1_000; page += 1) yield [[phone], [phone]]
  }
  const some = await lookThrough(pages(), { rows: 10, milliseconds: 60_000 })
  expect(some).toEqual({ finds: { phone: 10 }, whole: false })
  const late = await lookThrough(pages(), { rows: 10_000, milliseconds: 0 })
  expect(late.whole).toBe(false)
})

test("masked it keeps dates, numbers of records and every row; numbers of people are stars", async () => {
  const { rows, masked } = await leaves(listOf(sensitive, 1), "masked")
  expect(masked).toBe(true)
  expect(rows).toEqual([
    ["编号", "内容", "截止时间"],
    ["XS202611012", "打 138****5678，抄送 c****@qimu.example", "2026-11-24 18:00"],
    ["GD20261124-03", "周三上午见", "2026-12-01 09:30"],
    ["XS202611013", "身份证 110****2X，营收 **** 万元", ""],
  ])
})

test("masked it is masked to its last row, far behind what was looked at", async () => {
  const many = Array.from({ length: 12_000 }, (_, at) => [`XS${at}`, `打 ${phone}`, "2026-11-24"])
  const list = listOf(many, 500)
  expect((await list.look()).whole).toBe(false)
  const { rows } = await leaves(list, "masked")
  expect(rows).toHaveLength(12_001)
  expect(new Set(rows.slice(1).map(([, text]) => text))).toEqual(new Set(["打 138****5678"]))
})

test("as it is it is as it is; without a word it is masked as soon as there is something", async () => {
  expect((await leaves(listOf(sensitive), "plain")).rows[1]?.[1]).toContain(phone)
  expect(JSON.stringify((await leaves(listOf(sensitive))).rows)).not.toContain(phone)
  const harmless = [["XS202611012", "周三上午见", "2026-11-24"]]
  const left = await leaves(listOf(harmless))
  expect([left.masked, left.rows[1]]).toEqual([false, harmless[0]])
})

test("the log has how much was found and whether it is masked, never what", async () => {
  const plain = await leaves(listOf(sensitive), "plain")
  const finds = { id_card: 1, phone: 1, email: 1, finance: 1 }
  expect(plain.said).toEqual({ format: "csv", masked: false, finds })
  const masked = await leaves(listOf(sensitive), "masked")
  expect(masked.said).toEqual({ format: "csv", masked: true, finds })
  expect(JSON.stringify([plain.said, masked.said])).not.toMatch(/1381|chen|3,200/)
})

test("a look alone leaves nothing behind", async () => {
  const before = await db().$count(events)
  await listOf(sensitive).look()
  expect(await db().$count(events)).toBe(before)
})

test("the company's own words are masked, and what can't be looked at in time isn't shown", async () => {
  const rules = (own: { words: string; pattern: boolean }[]) =>
    writeAsSystem("test", async (ctx) => {
      await writeSetting(ctx, "screening", { off: [], own, except: [] })
      ctx.said.push({ type: "settings.changed", recordId: 0, data: {} })
    })
  const rows = [["XS1", "昆仑计划和 QB-2026", ""]]
  await rules([
    { words: "昆仑计划", pattern: false },
    { words: "QB-\\d{4}", pattern: true },
  ])
  expect((await leaves(listOf(rows), "masked")).rows[1]).toEqual(["XS1", "****和 ****", ""])
  await rules([{ words: "(a+)+$", pattern: true }])
  const slow = await leaves(listOf([["XS1", `${"a".repeat(60)}!`, ""]]), "masked")
  expect(slow.rows[1]).toEqual(["****", "****", ""])
  expect(slow.said).toMatchObject({ masked: true, partly: true })
  await rules([])
})

test("while a long list is masked others have their turn", async () => {
  const many = Array.from({ length: 20_000 }, (_, at) => [`XS${at}`, `打 ${phone}`, "2026-11-24"])
  let beats = 0
  const beat = setInterval(() => {
    beats += 1
  }, 1)
  await leaves(listOf(many, 10_000), "masked")
  clearInterval(beat)
  expect(beats).toBeGreaterThan(50)
})
