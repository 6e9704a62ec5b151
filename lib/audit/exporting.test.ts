import { randomBytes } from "node:crypto"
import { setImmediate } from "node:timers/promises"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { readSheet } from "read-excel-file/node"
import { migrate } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { emit } from "@/lib/platform/events"
import { type SheetType, sheetBytes } from "@/lib/platform/sheet-writing"
import { writeAsSystem } from "@/lib/platform/write"
import { actor, aPerson } from "@/tests/people"
import { exportLog } from "./exporting"
import { momentsIn } from "./moments"

const { full: moment } = momentsIn("zh", "Asia/Shanghai")
let me: PersonActor

beforeAll(async () => {
  await migrate()
  me = await actor(await aPerson("Q001", { name: "=cmd|' /C calc'!A0" }))
  for (let i = 0; i < 30; i++)
    await writeAsSystem("test", async (ctx) =>
      emit(ctx, {
        type: "person.changed",
        recordId: me.personId,
        data: { before: { note: "+1" }, after: { note: `<&>\u0001"第 ${i} 行"` } },
      }),
    )
})

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = []
  for await (const part of bytes) found.push(part)
  return Buffer.concat(found)
}

const exported = async (type: SheetType, most?: number) =>
  whole(
    await exportLog(
      me,
      { filter: { type: "person.changed" }, type, locale: "zh", moment },
      most,
    ).make(false),
  )

async function* one(row: string[]) {
  yield [row]
}

describe("the exported log", () => {
  test("opens as a workbook with every row, whatever stands in the cells", async () => {
    const rows = await readSheet(await exported("xlsx"))
    expect(rows).toHaveLength(31)
    expect(rows[0]?.[0]).toBe("记录号")
    expect(rows[1]?.[5]).toBe("=cmd|' /C calc'!A0")
    expect(rows[1]?.[6]).toBe('备注: +1 → <&>"第 29 行"')
  })

  test("is text that no spreadsheet runs", async () => {
    const text = (await exported("csv")).toString()
    expect(text.startsWith("\uFEFF记录号,")).toBe(true)
    expect(text).toContain(",'=cmd|' /C calc'!A0,")
    for (const begins of ["=1", "+1", "-1", "@A1", "\t=1", "\r=1"])
      expect((await whole(sheetBytes("csv", one([begins])))).toString()).toContain(`'${begins}`)
  })

  test("waits for its reader however long it is, and piles nothing up", async () => {
    const warnings: Error[] = []
    const hear = (warning: Error) => warnings.push(warning)
    process.on("warning", hear)
    async function* many() {
      for (let i = 0; i < 60; i++)
        yield Array.from({ length: 100 }, () => [randomBytes(300).toString("hex")])
    }
    expect((await whole(sheetBytes("xlsx", many()))).length).toBeGreaterThan(1_000_000)
    await setImmediate()
    process.off("warning", hear)
    expect(warnings).toEqual([])
  })

  test("ends where it has to with a sentence, and without one where it is whole", async () => {
    const last = async (type: SheetType, most?: number) =>
      (await exported(type, most)).toString().trimEnd().split("\r\n").at(-1)
    expect(await last("csv", 10)).toContain("只导出了前 10 行")
    expect(await last("csv", 30)).not.toContain("只导出了")
    const rows = await readSheet(await exported("xlsx", 10))
    expect(rows).toHaveLength(12)
  })
})
