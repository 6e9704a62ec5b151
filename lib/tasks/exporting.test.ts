import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { eq } from "drizzle-orm"
import { readSheet } from "read-excel-file/node"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import { parseCsv } from "@/lib/platform/csv"
import type { SheetType } from "@/lib/platform/sheet-writing"
import { actor } from "@/tests/people"
import { beginWithWorld } from "@/tests/world"
import { exportTasks } from "./exporting"
import { taskFilter } from "./inputs"
import { templateColumns } from "./template"

beforeAll(beginWithWorld)

async function exported(name: string, view: string, type: SheetType, more = {}): Promise<Buffer> {
  const [row] = await db().select({ id: people.id }).from(people).where(eq(people.name, name))
  const now = new Date()
  const parts: Uint8Array[] = []
  const wanted = {
    ...{ type, locale: "zh" as const, timeZone: "Asia/Shanghai" },
    filter: taskFilter.parse({ view, ...more }),
    bounds: { timeZone: "Asia/Shanghai", now, endOfToday: now, endOfWeek: now },
  }
  for await (const part of await exportTasks(await actor(row?.id ?? 0), wanted).make(false))
    parts.push(part)
  return Buffer.concat(parts)
}

test("a list is exported in the columns of template T3, as far as its reader sees it", async () => {
  const { lines } = parseCsv((await exported("周舟", "all", "csv")).toString("utf8"))
  const rows = lines.map(({ cells }) => cells)
  expect(rows[0]).toEqual(templateColumns.map(({ zh }) => zh))
  const sso = rows.find(([name]) => name === "企业账号登录：前端接入")
  expect(sso).toMatchObject({
    1: "前端组-秋季版本 V3.2",
    2: "程可",
    3: expect.stringContaining("赵子墨"),
    7: "85%",
    8: "进行中",
  })
  expect(sso?.[6]).toMatch(/^\d{4}-\d\d-\d\d 18:00$/)
  const secret = rows.find(([name]) => name === "并购意向：尽职调查清单")
  expect(secret).toBeUndefined()
})

test("the spreadsheet holds the same rows, page after page", async () => {
  const sheet = await readSheet(await exported("周舟", "all", "xlsx"))
  const { lines } = parseCsv((await exported("周舟", "all", "csv")).toString("utf8"))
  expect(sheet.map(([name]) => name)).toEqual(lines.map(({ cells }) => cells[0]))
})

test("however the list is grouped and sorted, its file is in the usual order", async () => {
  const usual = await exported("周舟", "all", "csv")
  for (const more of [{ by: "owner" }, { by: "home" }, { by: "due" }, { sort: "due" }])
    expect((await exported("周舟", "all", "csv", more)).equals(usual)).toBe(true)
})
