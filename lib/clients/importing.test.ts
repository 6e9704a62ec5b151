import { readFile } from "node:fs/promises"
import { eq } from "drizzle-orm"
import { readSheet } from "read-excel-file/node"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { clients, communications } from "@/db/schema/clients"
import { bounds } from "@/lib/calendar/bounds"
import { addDays, dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { receiveFile } from "@/lib/platform/files/receiving"
import { plansOf } from "@/lib/platform/record-import"
import { write } from "@/lib/platform/write"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { findClient } from "./client"
import { exportTalks } from "./exporting"
import { checkTalkFile, importTalks } from "./importing"
import { clientFilter } from "./inputs"
import { templateColumns, templateHeader } from "./template"

beforeAll(beginWithWorld)

async function* once(bytes: Uint8Array) {
  yield bytes
}
const checked = async (actor: PersonActor, bytes: Uint8Array, name = "沟通.csv") => {
  const body = once(bytes)
  const { id } = await receiveFile(actor, { name, announced: bytes.byteLength, body })
  const check = await checkTalkFile(actor, id)
  if (!check) throw new Error("the file isn't there")
  return check
}
const sample = (name: string) => readFile(new URL(`../../tests/samples/${name}`, import.meta.url))
const bring = async (actor: PersonActor, bytes: Uint8Array) => {
  const check = await checked(actor, bytes)
  await write(actor, (ctx) => importTalks(Object.assign(ctx, { actor }), check))
  return check
}
const rowsOf = (...rows: string[]) =>
  new TextEncoder().encode([templateHeader("zh").join(","), ...rows].join("\n"))
const codesOf = ({ outcomes }: Awaited<ReturnType<typeof checked>>) =>
  outcomes.map(({ errors }) => errors.map(({ code }) => code))

test("the samples of template T4 are read the same from both files, and written down with client and contact", async () => {
  const ke = await as("柯南星")
  const [csv, xlsx] = [
    await checked(ke, await sample("T4-communications.csv")),
    await checked(ke, await sample("T4-communications.xlsx"), "T4.xlsx"),
  ]
  expect(csv.problem).toBeNull()
  expect(plansOf(csv)).toEqual(plansOf(xlsx))
  expect(csv.outcomes[0]?.warnings.map(({ code }) => code)).toEqual(["pastNext", "newClient"])
  await bring(ke, await sample("T4-communications.csv"))
  const [made] = await db().select().from(clients).where(eq(clients.name, "远山科技有限公司"))
  const client = made && (await findClient(db(), made.id))
  expect(client).toMatchObject({ ownerId: ke.personId, departmentId: ke.departmentId })
  expect(client?.contacts.map(({ name, main }) => [name, main])).toEqual([["顾北", true]])
  const talks = await db()
    .select()
    .from(communications)
    .where(eq(communications.clientId, made?.id ?? 0))
  expect(talks).toMatchObject([
    {
      method: "phone",
      topic: "采购前的疑问",
      need: expect.stringMatching(/^想知道多久能交货.坏了谁来修$/),
      remindAt: null,
    },
  ])
  // Years ago: it is history, and nobody is reminded of it.
  expect(talks[0]?.settledAt).not.toBeNull()
  const again = await checked(ke, await sample("T4-communications.csv"))
  expect(again.outcomes.map(({ kind }) => kind)).toEqual(["unchanged"])
})

test("a row finds the client by any form of its name, and its next contact is owed", async () => {
  const liang = await as("梁音")
  const day = addDays(dayIn("Asia/Shanghai", new Date()), 6)
  await bring(
    liang,
    rowsOf(`浙江远山科技有限公司,顾北,2026/11/2 9:30,Online,报价二稿,,,梁音,打电话,${day}`),
  )
  const all = await db().select().from(clients).where(eq(clients.name, "浙江远山科技有限公司"))
  expect(all).toEqual([])
  const [talk] = await db()
    .select()
    .from(communications)
    .where(eq(communications.topic, "报价二稿"))
  expect(talk).toMatchObject({ method: "online", settledAt: null })
  expect(talk?.remindAt).not.toBeNull()
})

test("rows that don't fit say why, and nothing is written unless all fit", async () => {
  const zou = await as("邹知夏")
  const check = await checked(
    zou,
    rowsOf(
      ",,2026-11-02,电话,没有客户,,,邹知夏,,",
      "新客户甲,,明天,传真,,,,没有的人,,后天",
      "新客户乙,,2099-01-01,电话,以后的事,,,邹知夏,,",
      "新客户丙,,2026-11-02,当面,别部门的人,,,南乔,,",
      "新客户丁,,2026-11-02,当面,可以的,,,邹知夏,,",
    ),
  )
  expect(codesOf(check)).toEqual([
    ["empty"],
    ["empty", "noDate", "noMethod", "nobody", "noDate"],
    ["notYet"],
    ["notYours"],
    [],
  ])
  expect(plansOf(check)).toEqual([])
})

test("English headers are read too, and two rows about a new client make one", async () => {
  const liang = await as("梁音")
  const header = templateHeader("en").join(",")
  const text = [
    header,
    "Northwind Tools Ltd.,Ann,2026-11-03 10:00,Phone,First call,,,梁音,,",
    "Northwind Tools,Bob,2026-11-05 10:00,In person,Visit,,,梁音,,",
  ].join("\n")
  await bring(liang, new TextEncoder().encode(text))
  const made = await db().select().from(clients).where(eq(clients.nameKey, "northwindtools"))
  expect(made).toHaveLength(1)
  const client = await findClient(db(), made[0]?.id ?? 0)
  expect(client?.contacts.map(({ name }) => name)).toEqual(["Ann", "Bob"])
})

test("what one sees is exported in the template's columns, formulas defused, and fits again", async () => {
  const liang = await as("梁音")
  const { endOfToday } = await bounds()
  const wanted = (locale: "zh" | "en", type: "xlsx" | "csv") => ({
    ...{ type, locale, timeZone: "Asia/Shanghai", endOfToday, filter: clientFilter.parse({}) },
  })
  const bytes = async (actor: PersonActor, locale: "zh" | "en", type: "xlsx" | "csv") => {
    const parts: Uint8Array[] = []
    for await (const part of await exportTalks(actor, wanted(locale, type)).make(false))
      parts.push(part)
    return Buffer.concat(parts)
  }
  const sheet = await readSheet(await bytes(liang, "zh", "xlsx"))
  expect(sheet[0]).toEqual(templateColumns.map(({ zh }) => zh))
  expect(sheet.length).toBeGreaterThan(40)
  const csv = await bytes(liang, "en", "csv")
  expect(new TextDecoder().decode(csv).split("\n")[0]).toContain("Method (Phone/Online/In person)")
  const again = await checked(liang, csv, "again.csv")
  expect(new Set(again.outcomes.map(({ kind }) => kind))).toEqual(new Set(["unchanged"]))
  const south = new TextDecoder().decode(await bytes(await as("南乔"), "zh", "csv"))
  expect(south).not.toContain("远山")
})
