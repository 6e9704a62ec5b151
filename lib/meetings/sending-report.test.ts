import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { departmentReports } from "@/db/schema/meetings/record"
import { bundles } from "@/db/schema/notifications"
import { departments } from "@/db/schema/people"
import { parseCsv } from "@/lib/platform/csv"
import { organisation } from "@/lib/platform/organisation"
import { doing, meet, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { resolutionReport } from "./report"
import { seriesOf } from "./report-cut"
import { exportReport } from "./report-file"
import { partFor, sendReport } from "./sending-report"

beforeAll(async () => {
  await beginWithWorld()
  await meet("林默", "周舟", "何静", "柯南星", "方圆", "许诺")
})

const now = () => new Date()
const idOf = async (name: string) => {
  const [row] = await db().select().from(departments).where(eq(departments.name, name))
  if (!row) throw new Error(`there is no ${name}`)
  return row.id
}
const report = (name: string, cut = {}) => resolutionReport(who(name), null, now(), cut)
async function send(name: string, department: number): Promise<void> {
  const { week } = await report(name)
  const part = await partFor(who(name), { week, department }, now())
  await doing(name, (ctx) => sendReport(ctx, department, part))
}

test("cut by a department, a report holds what its people owe, those of the teams below too", async () => {
  const whole = await report("柯南星")
  const department = await idOf("研发部")
  const cut = await report("柯南星", { department })
  const org = await organisation(db())
  expect(cut.rows.length).toBeGreaterThan(0)
  expect(cut.rows.length).toBeLessThan(whole.rows.length)
  for (const { owner } of cut.rows) {
    let at: number | null = owner.departmentId
    while (at !== null && at !== department) at = org.departments.get(at)?.parentId ?? null
    expect(at).toBe(department)
  }
  // What there is to choose stays the same, so that one finds back.
  expect(cut.choices).toEqual(whole.choices)
})

test("as a file it has what its reader sees, cut as they see it, a row for each resolution", async () => {
  const cut = await report("柯南星", { department: await idOf("研发部") })
  const wanted = { report: cut, type: "csv", locale: "zh", timeZone: "Asia/Shanghai" } as const
  const bytes = await exportReport(who("柯南星"), wanted).make(false)
  const { lines } = parseCsv(Buffer.concat(await Array.fromAsync(bytes)).toString("utf8"))
  const [header, ...rows] = lines.map(({ cells }) => cells)
  expect(header?.slice(3, 6)).toEqual(["决议事项", "负责人", "当前状态"])
  expect(rows.map((row) => row[3])).toEqual(cut.rows.map(({ text }) => text))
  const late = cut.rows.filter(({ overdue }) => overdue)
  expect(rows.filter((row) => row[5] === "已逾期")).toHaveLength(late.length)
  expect(late.length).toBeGreaterThan(0)
})

test("cut by host and by meeting, nothing else is in it", async () => {
  const whole = await report("何静")
  const [row] = whole.rows
  if (!row) throw new Error("there is nothing to cut")
  const host = await report("何静", { host: row.host.id })
  expect(new Set(host.rows.map((each) => each.host.id))).toEqual(new Set([row.host.id]))
  const meeting = await report("何静", { meeting: seriesOf(row) })
  expect(new Set(meeting.rows.map(seriesOf))).toEqual(new Set([seriesOf(row)]))
})

test("a department's part goes to its head, once a week, whoever sends it", async () => {
  const department = await idOf("研发部")
  await send("柯南星", department)
  const [sent] = await db().select().from(departmentReports)
  expect(sent).toMatchObject({ headId: who("周舟").personId, departmentId: department })
  const inbox = await db().$count(
    bundles,
    and(
      eq(bundles.personId, who("周舟").personId),
      eq(bundles.kind, "department_report"),
      eq(bundles.recordId, sent?.id ?? 0),
    ),
  )
  expect(inbox).toBe(1)
  for (const name of ["柯南星", "许诺"])
    await expect(send(name, department)).rejects.toMatchObject({
      sentence: "meetings.error.partSent",
    })
})

test("its figures are what the head finds, not what the sender sees", async () => {
  const department = await idOf("研发部")
  const part = await partFor(who("柯南星"), { week: (await report("柯南星")).week, department })
  const own = await report("周舟", { department })
  expect(part?.overdue).toBe(own.rows.filter(({ overdue }) => overdue).length)
})

test("nobody sends to themselves, or what they see nothing of", async () => {
  const department = await idOf("研发部")
  for (const name of ["周舟", "方圆"])
    expect(
      await partFor(who(name), {
        week: (await report(name)).week,
        department: await idOf("财务部"),
      }),
    ).toBeNull()
  await expect(send("周舟", department)).rejects.toMatchObject({
    sentence: "meetings.error.noPart",
  })
})
