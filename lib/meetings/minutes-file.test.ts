import { and, desc, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db, engine } from "@/db/engine"
import { meetings, minutesVersions } from "@/db/schema/meetings"
import { zipEntries } from "@/lib/platform/zip-size"
import { zipText } from "@/lib/platform/zip-text"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { minutesFile } from "./minutes-file"
import { templateColumns } from "./template"

beforeAll(beginWithWorld)

const idOf = async (title: string) => {
  const rows = await db().select().from(meetings).where(eq(meetings.title, title))
  const row = rows.find(({ minutesVersion }) => minutesVersion > 0)
  if (!row) throw new Error(`no minutes of ${title}`)
  return row.id
}

/** What a word processor reads of it. */
function textOf(bytes: Uint8Array): string {
  const entry = zipEntries(bytes)?.find(({ name }) => name === "word/document.xml")
  if (!entry) throw new Error("it is no document")
  return zipText(bytes, entry, 10_000_000).replace(/<[^>]*>/g, "|")
}

test("minutes are a document in template T2's form, for whoever sees them", async () => {
  const id = await idOf("部门负责人例会")
  const file = await (await minutesFile(await as("周舟"), id))?.make(false)
  expect(file?.name).toBe("部门负责人例会 会议纪要.docx")
  const text = textOf(file?.bytes ?? new Uint8Array())
  for (const { zh } of templateColumns) expect(text).toContain(zh)
  for (const part of ["借调一名测试到研发部，为期 3 周", "何静", "向阳 (拜访客户)", "白桦会议室"])
    expect(text).toContain(part)
  expect(await minutesFile(await as("方圆"), id)).toBeNull()
})

test("a version that was corrected reads as it was published", async () => {
  const id = await idOf("秋季版本 V3.2 周会")
  const rows = await db().select().from(meetings).where(eq(meetings.title, "秋季版本 V3.2 周会"))
  const corrected = rows.find(({ minutesVersion }) => minutesVersion === 2)?.id ?? id
  const actor = await as("周舟")
  const read = async (version?: number) =>
    textOf(
      (await (await minutesFile(actor, corrected, version))?.make(false))?.bytes ??
        new Uint8Array(),
    )
  expect(await read()).toContain("未通过 17")
  expect(await read(1)).toContain("未通过 19")
})

test("masked, minutes keep who spoke and when, and lose numbers of people", async () => {
  const id = await idOf("部门负责人例会")
  const [version] = await db()
    .select()
    .from(minutesVersions)
    .where(eq(minutesVersions.meetingId, id))
    .orderBy(desc(minutesVersions.number))
    .limit(1)
  const remark = "会后联系 13812345678"
  await engine().write(({ db: tx }) =>
    tx
      .update(minutesVersions)
      .set({ content: { ...Object(version?.content), remark } })
      .where(
        and(eq(minutesVersions.meetingId, id), eq(minutesVersions.number, version?.number ?? 0)),
      ),
  )
  const file = await minutesFile(await as("周舟"), id)
  expect(await file?.look()).toEqual({ finds: { phone: 1 }, whole: true })
  const read = async (masked: boolean) =>
    textOf((await file?.make(masked))?.bytes ?? new Uint8Array())
  expect(await read(false)).toContain(remark)
  const masked = await read(true)
  expect(masked).toContain("会后联系 138****5678")
  for (const part of ["何静", "白桦会议室", "借调一名测试到研发部，为期 3 周"])
    expect(masked).toContain(part)
})
