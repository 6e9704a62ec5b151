import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { groups } from "@/db/schema/groups"
import { guestInvitations } from "@/db/schema/guests"
import { people } from "@/db/schema/people"
import { tickets } from "@/db/schema/tickets"
import { bounds } from "@/lib/calendar/bounds"
import { dayIn } from "@/lib/calendar/zones"
import { exportClients } from "@/lib/clients/exporting-list"
import { clientFilter } from "@/lib/clients/inputs"
import { exportGroups } from "@/lib/groups/exporting"
import { browseFilter } from "@/lib/groups/inputs"
import { exportInvitations } from "@/lib/guests/exporting"
import { invitationsFilter } from "@/lib/guests/inputs"
import { exportDirectory } from "@/lib/people/directory-export"
import { directoryFilter } from "@/lib/people/directory-filter"
import { maskPhone } from "@/lib/people/masking"
import type { PersonActor } from "@/lib/platform/actor"
import { parseCsv } from "@/lib/platform/csv"
import type { Export } from "@/lib/platform/exporting"
import { registry } from "@/lib/platform/registry"
import { exportTickets } from "@/lib/tickets/exporting"
import { ticketFilter } from "@/lib/tickets/inputs"
import { numberOf } from "@/lib/tickets/numbers"
import { as } from "./personas"
import { beginWithWorld } from "./world"

beforeAll(beginWithWorld)

const usual = { type: "csv", locale: "zh", timeZone: "Asia/Shanghai" } as const
const names = ["林默", "周舟", "方圆", "梁音", "段立"]

async function rowsOf(list: Export<AsyncIterable<Uint8Array>>): Promise<string[][]> {
  const bytes = await Array.fromAsync(await list.make(false))
  const { lines } = parseCsv(Buffer.concat(bytes).toString("utf8"))
  const rows = lines.map(({ cells }) => cells)
  for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0)
  return rows
}

/** What somebody may see of a kind, asked record by record. */
async function seen(actor: PersonActor, kindName: string, ids: readonly number[]) {
  const kind = registry().kinds.get(kindName)
  const records = await Promise.all(ids.map((id) => kind?.find(db(), id)))
  return ids.filter((_, at) => {
    const record = records[at]
    return record && kind?.canSee(actor, record)
  })
}

test("clients are exported as their list is seen, without a way to reach anybody", async () => {
  const { endOfToday } = await bounds()
  const all = await db().select().from(clients)
  for (const name of names) {
    const actor = await as(name)
    const filter = clientFilter.parse({})
    const [header, ...rows] = await rowsOf(exportClients(actor, { ...usual, endOfToday, filter }))
    expect(header?.slice(0, 3)).toEqual(["客户名称", "简称", "阶段"])
    const theirs = await seen(
      actor,
      "client",
      all.map(({ id }) => id),
    )
    const open = all.filter(({ id, archivedAt }) => theirs.includes(id) && !archivedAt)
    expect(rows.map(([client]) => client).sort()).toEqual(open.map((row) => row.name).sort())
    expect(rows.flat().join("\n")).not.toMatch(/1[3-9]\d{9}|@/)
  }
})

test("tickets are exported as the queue is seen and filtered, without what was said", async () => {
  const all = await db().select().from(tickets)
  for (const name of names) {
    const actor = await as(name)
    const theirs = await seen(
      actor,
      "ticket",
      all.map(({ id }) => id),
    )
    for (const view of ["open", "ended"] as const) {
      const filter = ticketFilter.parse({ view })
      const [header, ...rows] = await rowsOf(exportTickets(actor, { ...usual, filter }))
      expect(header?.slice(0, 3)).toEqual(["编号", "标题", "客户"])
      const ended = (state: string) => state === "done" || state === "closed"
      const shown = all.filter(
        ({ id, state }) => theirs.includes(id) && ended(state) === (view === "ended"),
      )
      expect(rows.map(([number]) => number).sort()).toEqual(
        shown.map(({ id }) => numberOf(id)).sort(),
      )
    }
  }
})

test("the directory is exported with masked phones, and without levels that aren't one's to know", async () => {
  const today = dayIn("Asia/Shanghai", new Date())
  const all = await db().select().from(people)
  const phones = all.flatMap(({ phone }) => (phone ? [phone] : []))
  for (const name of names) {
    const actor = await as(name)
    const filter = directoryFilter.parse({})
    const [header, ...rows] = await rowsOf(exportDirectory(actor, { ...usual, today, filter }))
    expect(header).toEqual([
      ...["工号", "姓名", "部门", "岗位", "直属上级", "邮箱", "手机", "入职日期", "权限级别"],
    ])
    const active = all.filter(({ disabledAt }) => !disabledAt)
    expect(rows.map(([staffNo]) => staffNo).sort()).toEqual(
      active.map((each) => each.staffNo).sort(),
    )
    const text = rows.flat().join("\n")
    for (const phone of phones) expect(text).not.toContain(phone)
    expect(text).toContain(maskPhone(phones[0] ?? ""))
  }
  const fang = await rowsOf(
    exportDirectory(await as("方圆"), { ...usual, today, filter: directoryFilter.parse({}) }),
  )
  const known = fang.slice(1).filter((row) => row[8] !== "")
  expect(known.map((row) => row[1])).toEqual(["方圆"])
  const left = directoryFilter.parse({ view: "left" })
  const shown = await rowsOf(exportDirectory(await as("方圆"), { ...usual, today, filter: left }))
  expect(shown.slice(1)).toHaveLength(fang.length - 1)
})

test("groups are exported as they are found: those to come into, for 平台管理 all, private chats never", async () => {
  const all = await db().select().from(groups)
  const every = browseFilter.parse({ view: "all" })
  const duan = await rowsOf(exportGroups(await as("段立"), { ...usual, filter: every }))
  const known = all.filter(({ kind }) => kind !== "direct").map(({ name }) => name)
  expect(
    duan
      .slice(1)
      .map(([name]) => name)
      .sort(),
  ).toEqual(known.sort())
  const fang = await rowsOf(exportGroups(await as("方圆"), { ...usual, filter: every }))
  const closed = all.filter(({ joinRule }) => joinRule === "invitation").map(({ name }) => name)
  expect(fang.slice(1).filter(([name = ""]) => closed.includes(name))).toEqual([])
})

test("invitations are exported for who sees them, without link, address or code", async () => {
  const all = await db().select().from(guestInvitations)
  const filter = invitationsFilter.parse({ view: "all" })
  for (const name of names) {
    const actor = await as(name)
    const [, ...rows] = await rowsOf(exportInvitations(actor, { ...usual, filter }))
    const theirs = await seen(
      actor,
      "guest",
      all.map(({ id }) => id),
    )
    const shown = all.filter(({ id }) => theirs.includes(id))
    expect(rows.map(([guest]) => guest).sort()).toEqual(shown.map((row) => row.name).sort())
    for (const { email } of all) if (email) expect(rows.flat().join("\n")).not.toContain(email)
  }
})
