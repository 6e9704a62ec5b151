import { readFile } from "node:fs/promises"
import { desc } from "drizzle-orm"
import { readSheet } from "read-excel-file/node"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { matters } from "@/db/schema/matters"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { receiveFile } from "@/lib/platform/files/receiving"
import { plansOf } from "@/lib/platform/record-import"
import { write } from "@/lib/platform/write"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { exportMatters } from "./exporting"
import { checkMatterFile, importMatters } from "./importing"
import { matterFilter } from "./inputs"
import { findMatter } from "./matter"
import { nextNumber, numberLock } from "./numbers"
import { templateColumns } from "./template"

beforeAll(beginWithWorld)

async function* once(bytes: Uint8Array) {
  yield bytes
}
const checked = async (actor: PersonActor, bytes: Uint8Array, name = "事项.csv") => {
  const body = once(bytes)
  const { id } = await receiveFile(actor, { name, announced: bytes.byteLength, body })
  const check = await checkMatterFile(actor, id)
  if (!check) throw new Error("the file isn't there")
  return check
}
const sample = (name: string) => readFile(new URL(`../../tests/samples/${name}`, import.meta.url))
const bring = async (actor: PersonActor, bytes: Uint8Array) => {
  const check = await checked(actor, bytes)
  await write(actor, (ctx) => importMatters(Object.assign(ctx, { actor }), check), {
    lock: numberLock,
  })
  return check
}
const codesOf = ({ outcomes }: Awaited<ReturnType<typeof checked>>) =>
  outcomes.map(({ errors }) => errors.map(({ code }) => code))

test("the samples of template T1 are registered; a number that comes along is kept and raises the counter", async () => {
  const actor = await as("段立")
  expect(codesOf(await checked(actor, await sample("T1-matters.xlsx"), "T1.xlsx"))).toEqual([
    [],
    [],
    [],
  ])
  await bring(actor, await sample("T1-matters.csv"))
  const kept = await findMatter(db(), 20240501)
  expect(kept).toMatchObject({ state: "doing", urgency: "high", remark: "等研发部给出演示环境" })
  expect(kept?.parts).toHaveLength(3)
  const may = new Date("2024-05-20T02:00:00Z")
  const next = await write(
    actor,
    async (ctx) => {
      ctx.said.push({ type: "matter.exported", recordId: actor.personId })
      return nextNumber(ctx)
    },
    { now: may },
  )
  expect(next).toBe(20240502)
})

test("a blocked one is asked for where its remark says", async () => {
  const rows = await db().select().from(matters).orderBy(desc(matters.id)).limit(2)
  const blocked = rows.find(({ state }) => state === "blocked")
  expect(blocked).toMatchObject({
    ...{ description: "年终活动预算核对", support: "财务部需先确认额度" },
    supportFromId: (await as("金朵")).personId,
  })
  expect(blocked?.dueAt && dayIn("Asia/Shanghai", blocked.dueAt)).toBe("2026-12-05")
})

test("rows that don't fit say why; a number is given once", async () => {
  const actor = await as("段立")
  const header = templateColumns.map(({ zh }) => zh).join(",")
  const rows = (...lines: string[]) => new TextEncoder().encode([header, ...lines].join("\n"))
  const check = await checked(
    actor,
    rows(
      "XS20240501,市场部,研发部,再来一次,高,高远,2024-05-20,进行中,",
      "20241301,市场部,没有的部,,急,没有的人,明天,停着,",
      "XS20240601,市场部,市场部,只有自己,高,高远,,,",
    ),
  )
  expect(codesOf(check)).toEqual([
    ["numberGiven"],
    ["noNumber", "noHome", "empty", "nobody", "noDate", "noUrgency", "noState"],
    ["empty"],
  ])
  expect(plansOf(check)).toEqual([])
  const other = await checked(await as("周舟"), rows(",市场部,研发部,别部门的事,高,高远,,,"))
  expect(codesOf(other)).toEqual([["notYours"]])
})

test("a number of a month to come, one past the register and one written otherwise don't fit", async () => {
  const actor = await as("段立")
  const header = templateColumns.map(({ zh }) => zh).join(",")
  const next = dayIn("Asia/Shanghai", new Date(Date.now() + 32 * 86_400_000))
  const month = next.slice(0, 7).replace("-", "")
  const numbers = [`XS${month}01`, "XS999912999999", "XS2024050099", "XS00000101", "XS202405001"]
  const lines = [...numbers, "XS20240599", "XS2024059999"].map(
    (number) => `${number},市场部,研发部,某事,高,高远,,,`,
  )
  const check = await checked(actor, new TextEncoder().encode([header, ...lines].join("\n")))
  expect(codesOf(check)).toEqual([["laterNumber"], ...[1, 2, 3, 4].map(() => ["noNumber"]), [], []])
})

test("a number given since the preview is refused, and rows without one come after those with", async () => {
  const actor = await as("段立")
  const header = templateColumns.map(({ zh }) => zh).join(",")
  const month = dayIn("Asia/Shanghai", new Date()).slice(0, 7).replace("-", "")
  const rows = (...numbers: string[]) =>
    new TextEncoder().encode(
      [header, ...numbers.map((number) => `${number},市场部,研发部,顺序,高,高远,,,`)].join("\n"),
    )
  const late = await checked(actor, rows(`XS${month}70`))
  await bring(actor, rows("", "", `XS${month}70`))
  expect(await findMatter(db(), Number(`${month}71`))).toMatchObject({ description: "顺序" })
  expect(await findMatter(db(), Number(`${month}72`))).toMatchObject({ description: "顺序" })
  await expect(
    write(actor, (ctx) => importMatters(Object.assign(ctx, { actor }), late), {
      lock: numberLock,
    }),
  ).rejects.toMatchObject({ code: "conflict", sentence: "matters.error.numberGiven" })
})

test("the register is exported in the template's columns, and what is exported fits again", async () => {
  const actor = await as("段立")
  const now = new Date()
  const parts: Uint8Array[] = []
  const wanted = {
    ...{ type: "xlsx" as const, locale: "zh" as const, timeZone: "Asia/Shanghai" },
    ...{ filter: matterFilter.parse({}), bounds: { now, endOfWeek: now } },
  }
  for await (const part of await exportMatters(actor, wanted).make(false)) parts.push(part)
  const sheet = await readSheet(Buffer.concat(parts))
  expect(sheet[0]).toEqual(templateColumns.map(({ zh }) => zh))
  const row = sheet.find(([number]) => number === "XS20240501")
  expect(row?.slice(1, 3)).toEqual(["市场部", "研发部、销售部"])
  expect(row?.slice(4, 8)).toEqual(["高", "高远", "2024-05-20", "进行中"])
  const again = await checked(actor, Buffer.concat(parts), "again.xlsx")
  expect(new Set(codesOf(again).flat())).toEqual(new Set(["numberGiven"]))
})
