import { and, eq, isNotNull } from "drizzle-orm"
import { beforeAll, beforeEach, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import { clients } from "@/db/schema/clients"
import { events } from "@/db/schema/events"
import { groupMembers, groups } from "@/db/schema/groups"
import { messages } from "@/db/schema/messages"
import { rateLimits } from "@/db/schema/platform"
import { carryOut } from "@/lib/action"
import { bounds } from "@/lib/calendar/bounds"
import type { PersonActor } from "@/lib/platform/actor"
import { noOrigin } from "@/lib/platform/context"
import { Refusal } from "@/lib/platform/refusal"
import { write } from "@/lib/platform/write"
import { searchFor } from "@/lib/search/queries"
import { as, everybody } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { archiveClient } from "./archiving"
import { findClient, seenClient } from "./client"
import { saveContact, seenContact } from "./contacts"
import { createClient, type NewClientContent } from "./creating"
import { editClient } from "./editing"
import { type ClientFilter, clientFilter, newClient } from "./inputs"
import { likeClients } from "./like"
import { maskEmail, showContact, shownContact } from "./masked"
import { clientPage } from "./page"
import { canAskContacts, canEdit } from "./policy"
import { listClients } from "./queries"
import { timelineOf } from "./timeline"

beforeAll(beginWithWorld)
beforeEach(() => engine().write(({ db: tx }) => tx.delete(rateLimits)))

const blank: Omit<NewClientContent, "name" | "department" | "ownerId"> = {
  ...{ shortName: "", creditCode: "", stage: "prospect", tags: "", region: "" },
  ...{ address: "", remark: "" },
}
const make = (actor: PersonActor, name: string, more: Partial<NewClientContent> = {}) =>
  write(actor, (ctx) =>
    createClient(Object.assign(ctx, { actor }), {
      ...blank,
      ...{ name, department: actor.departmentId, ownerId: actor.personId },
      ...more,
    }),
  )
const idOf = async (name: string): Promise<number> => {
  const [row] = await db().select({ id: clients.id }).from(clients).where(eq(clients.name, name))
  if (!row) throw new Error(`there is no ${name}`)
  return row.id
}
const clientOf = async (id: number) => {
  const client = await findClient(db(), id)
  if (!client) throw new Error(`there is no client ${id}`)
  return client
}
const list = async (actor: PersonActor, filter: Partial<ClientFilter> = {}) =>
  listClients(actor, clientFilter.parse(filter), (await bounds()).endOfToday)

test("the responsible department sees a client, editors there change it, others have no trace of it", async () => {
  const liang = await as("梁音")
  const id = await make(liang, "金华双溪泵业有限公司")
  const [junior, viewer, south] = [await as("吕亦凡"), await as("郑雨桐"), await as("南乔")]
  expect((await clientPage(junior, id))?.can).toMatchObject({ edit: true, record: true })
  expect((await clientPage(viewer, id))?.can).toMatchObject({ edit: false, record: false })
  expect(await clientPage(south, id)).toBeNull()
  expect((await searchFor(south, "双溪泵业", { limit: 5 })).found).toEqual([])
  const { found } = await searchFor(junior, "双溪泵业", { limit: 5 })
  expect(found.map(({ href }) => href)).toContain(`/clients/${id}`)
  await expect(
    write(
      south,
      async (ctx) => (await seenClient(ctx, { id })) ?? Promise.reject(new Refusal("not_found")),
    ),
  ).rejects.toThrow(Refusal)
})

test("a client goes to one's own department, and its owner belongs there", async () => {
  const liang = await as("梁音")
  const south = (await as("南乔")).departmentId
  await expect(make(liang, "越界", { department: south })).rejects.toMatchObject({
    fields: { department: "clients.error.home" },
  })
  const nan = await as("南乔")
  await expect(make(liang, "别人的", { ownerId: nan.personId })).rejects.toMatchObject({
    fields: { owner: "clients.error.elsewhere" },
  })
})

test("what is sent is read strictly: codes by their check sign, tags with or without #", () => {
  const sent = { name: "某某", department: 1, owner: "梁音" }
  expect(newClient.safeParse({ ...sent, creditCode: "91330100799655058C" }).success).toBe(false)
  const read = newClient.parse({ ...sent, creditCode: "91330100799655058b", tags: "教育，#大客户" })
  expect(read).toMatchObject({ creditCode: "91330100799655058B", tags: "#教育 #大客户" })
  expect(newClient.safeParse({ ...sent, contactPhone: "打这个" }).success).toBe(false)
  expect(newClient.safeParse({ ...sent, ownerId: 3 }).success).toBe(false)
})

test("numbers are whole for the responsible person, asked for and logged by editors and heads, masked for others", async () => {
  const id = await idOf("杭州远山科技有限公司")
  const client = await clientOf(id)
  const [contact] = client.contacts
  if (!contact) throw new Error("it has no contact")
  const shown = async (who: string) =>
    shownContact(await as(who), client, contact).details.map(({ shown: text }) => text)
  expect(await shown("梁音")).toContain("13812345678")
  for (const who of ["吕亦凡", "向阳", "郑雨桐"])
    expect(await shown(who), who).toEqual(["138****5678", "g***@yuanshan.example", "g***"])
  const may = async (who: string) => canAskContacts(await as(who), client)
  for (const who of ["梁音", "吕亦凡", "向阳"]) expect(await may(who), who).toBe(true)
  for (const who of ["郑雨桐", "陈晨", "林默"]) expect(await may(who), who).toBe(false)
  const editor = await as("吕亦凡")
  const whole = await write(editor, async (ctx) => {
    const seen = await seenContact(ctx, { id, contact: contact.id })
    return seen ? showContact(ctx, seen, "phone") : ""
  })
  expect(whole).toBe("13812345678")
  const [said] = await db()
    .select()
    .from(events)
    .where(and(eq(events.type, "client.contact_shown"), eq(events.recordId, id)))
  expect(said).toMatchObject({ actorId: editor.personId, data: { field: "phone" } })
  expect(JSON.stringify(said)).not.toContain("5678")
})

test("no search finds a number that a page masks", async () => {
  const liang = await as("梁音")
  for (const typed of ["13812345678", "gubei_ys", "gubei@yuanshan.example"])
    expect((await searchFor(liang, typed, { limit: 5 })).found).toEqual([])
  expect(maskEmail("@x")).toBe("***")
})

test("an editor who had only masks before them leaves the number alone, and one contact is the main one", async () => {
  const liang = await as("梁音")
  const id = await make(liang, "丽水云和玩具有限公司")
  const save = (actor: PersonActor, contact: number | undefined, fields: object) =>
    write(actor, async (ctx) =>
      saveContact(Object.assign(ctx, { actor }), await clientOf(id), contact, {
        ...{ name: "江雪", position: "", phone: "", email: "", wechat: "", main: false },
        ...fields,
      }),
    )
  const first = await save(liang, undefined, { phone: "13900001111", wechat: "snow" })
  expect((await clientOf(id)).contacts[0]).toMatchObject({ main: true })
  await save(await as("吕亦凡"), first, { position: "采购" })
  expect((await clientOf(id)).contacts[0]).toMatchObject({
    ...{ position: "采购", phone: "13900001111", wechat: "snow", main: true },
  })
  const second = await save(liang, undefined, { name: "柳宗", main: true })
  expect((await clientOf(id)).contacts.map((each) => [each.id, each.main])).toEqual([
    [second, true],
    [first, false],
  ])
  await save(liang, first, { name: "江雪", phone: "" })
  expect((await clientOf(id)).contacts.find((each) => each.id === first)?.phone).toBe("")
})

test("likely duplicates are pointed out, by code, name form and trade, and only to whom they are open", async () => {
  const [liang, nan] = [await as("梁音"), await as("南乔")]
  const names = async (actor: PersonActor, name: string, creditCode = "") =>
    (await likeClients(actor, { name, shortName: "", creditCode })).map((each) => each.name)
  expect(await names(liang, "远山科技")).toEqual(["杭州远山科技有限公司"])
  expect(await names(liang, "浙江远山信息技术有限公司")).toEqual(["杭州远山科技有限公司"])
  expect(await names(liang, "远洋科技")).toEqual([])
  expect(await names(nan, "远山科技")).toEqual([])
  const { creditCode } = await clientOf(await idOf("杭州远山科技有限公司"))
  expect(await names(liang, "完全不同的名字", creditCode.toLowerCase())).toEqual([
    "杭州远山科技有限公司",
  ])
})

test("of two who edit the same version, the second hears of it", async () => {
  const liang = await as("梁音")
  const id = await make(liang, "宁波北仑港机维修有限公司")
  const rename = (version: number, name: string) =>
    write(liang, async (ctx) =>
      editClient(Object.assign(ctx, { actor: liang }), await clientOf(id), version, {
        ...blank,
        ...{ name, department: liang.departmentId, tags: "#港口" },
      }),
    )
  expect(await rename(1, "北仑港机")).toBe(2)
  await expect(rename(1, "北仑")).rejects.toMatchObject({ code: "conflict" })
  expect((await list(liang, { tag: "港口" })).rows.map((row) => row.id)).toEqual([id])
})

test("what is archived leaves the list with its follow-ups, and comes back", async () => {
  const liang = await as("梁音")
  const id = await idOf("无锡惠山精密仪器有限公司")
  const turn = (archived: boolean) =>
    write(liang, async (ctx) => archiveClient(ctx, await clientOf(id), archived))
  await turn(true)
  expect(await clientOf(id)).toMatchObject({ nextContactAt: null })
  expect((await list(liang)).rows.map((row) => row.id)).not.toContain(id)
  expect((await list(liang, { view: "archived" })).rows.map((row) => row.id)).toContain(id)
  await turn(false)
  expect((await list(liang)).rows.map((row) => row.id)).toContain(id)
})

test("the list is walked by key in each order without losing or doubling anybody", async () => {
  const boss = await as("向阳")
  for (const sort of ["next", "last", "updated"] as const) {
    for (let nth = 0; nth < (sort === "next" ? 60 : 0); nth++)
      await make(await as("梁音"), `清单客户 ${nth} 号`)
    const seen: number[] = []
    for (let after: string | undefined; ; ) {
      const { rows, next } = await list(boss, { sort, after })
      seen.push(...rows.map(({ id }) => id))
      if (!next) break
      after = next
    }
    expect(new Set(seen).size, sort).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(90)
  }
})

test("one timeline has talks, tasks made from the client, comments and changes, newest first", async () => {
  const liang = await as("梁音")
  const { entries } = await timelineOf(liang, await idOf("杭州远山科技有限公司"))
  const kinds = entries.map((entry) => (entry.is === "record" ? entry.record.kind : entry.is))
  for (const kind of ["communication", "task", "event"]) expect(kinds).toContain(kind)
  const times = entries.map(({ at }) => at.getTime())
  expect(times).toEqual(times.toSorted((a, b) => b - a))
})

test("what guests wrote stands there too, for who is in the group that it was written in", async () => {
  const clientId = await idOf("杭州远山科技有限公司")
  const [said] = await db().select().from(messages).where(isNotNull(messages.guestId))
  if (!said) throw new Error("guests of the sample company have written")
  await engine().write(({ db: tx }) =>
    Promise.resolve(tx.update(groups).set({ clientId }).where(eq(groups.id, said.groupId))),
  )
  const shown = async (actor: PersonActor) => {
    const { entries } = await timelineOf(actor, clientId)
    return entries.flatMap((entry) => (entry.is === "said" ? entry.said.body : []))
  }
  const inside = new Set(
    (await db().select().from(groupMembers).where(eq(groupMembers.groupId, said.groupId))).map(
      ({ personId }) => personId,
    ),
  )
  const all = await everybody()
  const [member, stranger] = [true, false].map((is) =>
    all.find(({ personId }) => inside.has(personId) === is),
  )
  if (!member || !stranger) throw new Error("some are in the group and some aren't")
  expect(await shown(member)).toContain(said.body)
  expect(await shown(stranger)).toEqual([])
})

test("list and lock agree for everybody and every client", async () => {
  const rows = await db().select({ id: clients.id }).from(clients)
  const all: Awaited<ReturnType<typeof clientOf>>[] = []
  for (const { id } of rows) all.push(await clientOf(id))
  for (const actor of await everybody()) {
    const shown = new Set<number>()
    for (const view of ["all", "archived"] as const)
      for (let after: string | undefined; ; ) {
        const { rows, next } = await list(actor, { view, after })
        for (const { id } of rows) shown.add(id)
        if (!next) break
        after = next
      }
    for (const client of all)
      if (canEdit(actor, client)) expect(shown.has(client.id), actor.name).toBe(true)
  }
})

test("an action about somebody else's client sounds as if it weren't there", async () => {
  const { saveClientAction } = await import("./actions")
  const { spec } = Object(saveClientAction)
  const id = await idOf("杭州远山科技有限公司")
  const input = { id, version: 1, name: "改名", department: 1 }
  await expect(carryOut(spec, await as("南乔"), input, noOrigin)).rejects.toMatchObject({
    code: "not_found",
  })
  await expect(carryOut(spec, await as("郑雨桐"), input, noOrigin)).rejects.toMatchObject({
    code: "forbidden",
  })
})

test("names hold nothing that hides or turns round what is read", () => {
  const made = newClient.parse({
    ...{ name: "远山\u202e科技\u200b", shortName: "远\u0007山", department: 1, owner: "南乔" },
    contactName: "顾\u2066北",
  })
  expect(made).toMatchObject({ name: "远山科技", shortName: "远山", contactName: "顾北" })
  expect(newClient.safeParse({ ...made, name: "\u200b" }).success).toBe(false)
})

test("the same company is pointed out however many are called alike", async () => {
  const nan = await as("南乔")
  const make = (name: string) =>
    write(nan, (ctx) =>
      createClient(Object.assign(ctx, { actor: nan }), {
        ...{ name, shortName: "", creditCode: "", stage: "prospect", tags: "", region: "" },
        ...{ address: "", remark: "", department: nan.departmentId, ownerId: nan.personId },
      }),
    )
  for (let nth = 0; nth < 60; nth++)
    await make(`星河甲${String.fromCharCode(0x4e00 + nth)}有限公司`)
  const same = await make("星河甲科技有限公司")
  const found = await likeClients(nan, { name: "星河甲科技", shortName: "", creditCode: "" })
  expect(found[0]?.id).toBe(same)
})
