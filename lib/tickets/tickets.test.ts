import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import { canSee as seesClient } from "@/lib/clients/policy"
import "@/lib/modules"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { bundles } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { tickets } from "@/db/schema/tickets"
import { addDays, dayIn, instantOf } from "@/lib/calendar/zones"
import { moveClients } from "@/lib/clients/moving"
import { relatedTo } from "@/lib/clients/related"
import { disablePerson } from "@/lib/people/disabling"
import { takeLeave } from "@/lib/people/taking-leave"
import type { PersonActor } from "@/lib/platform/actor"
import { comment } from "@/lib/platform/comments"
import { numberPieces } from "@/lib/platform/numbers"
import { searchFor } from "@/lib/search/queries"
import { createTask } from "@/lib/tasks/creating"
import { as, everybody } from "@/tests/personas"
import { aGuest, aTicket, clientNamed, doing, handedIn, kindNamed, ticketOf } from "@/tests/tickets"
import { beginWithWorld } from "@/tests/world"
import { giveTicket, rerouteTicket, takeTicket } from "./assigning"
import { addAnswer, answersFor } from "./canned"
import { promise, setPriority } from "./editing"
import { clientInFilter, clientsLike } from "./finding-client"
import { type TicketFilter, ticketFilter } from "./inputs"
import { closeKind, saveKind } from "./kinds"
import { linkRecord } from "./linking"
import { closeTicket, reopenTicket } from "./moving"
import { namedClient } from "./naming-client"
import { idOfNumber, numberOf } from "./numbers"
import { ticketsOwed } from "./owed"
import { ticketPage } from "./page"
import { canReply, canSee, canTake, canWriteAnswers } from "./policy"
import { listTickets } from "./queries"
import { replyToClient, startTicket } from "./replying"
import { threadOf } from "./thread"

beforeAll(beginWithWorld)

const say = (who: string, id: number, body = "已经在看。", now?: Date) =>
  doing(who, async (ctx) => replyToClient(ctx, await ticketOf(id), { body, fileIds: [] }), now)
const ownerOf = async (id: number): Promise<string> => {
  const { ownerId } = await ticketOf(id)
  const [row] = await db()
    .select()
    .from(people)
    .where(eq(people.id, ownerId ?? 0))
  return row?.name ?? ""
}
/** Every page of a view, one after the other. */
async function listed(actor: PersonActor, filter: Partial<TicketFilter> = {}): Promise<number[]> {
  const found: number[] = []
  for (let after: string | undefined; ; ) {
    const page = await listTickets(actor, ticketFilter.parse({ ...filter, after }))
    found.push(...page.rows.map(({ id }) => id))
    if (page.next === null) return found
    after = page.next
  }
}

describe("a new ticket", () => {
  test("goes to the department of its kind, where whoever had none the longest gets it", async () => {
    const first = await aTicket({ kind: "系统故障" })
    const second = await aTicket({ kind: "系统故障" })
    const third = await aTicket({ kind: "系统故障" })
    const owners = [await ownerOf(first), await ownerOf(second), await ownerOf(third)]
    // 技术支持部 has two who take turns; its head 段立 sees to it that they answer.
    expect([...new Set(owners)].toSorted()).toEqual(["金一诺", "韩书瑶"].toSorted())
    expect(owners[0]).not.toBe(owners[1])
    expect(owners[2]).toBe(owners[0])
  })

  test("passes by who is on leave, who only views, and who has left", async () => {
    const today = dayIn("Asia/Shanghai", new Date())
    const away = await as("韩书瑶")
    const days = { firstDay: today, lastDay: addDays(today, 3), deputyId: null, note: "" }
    await doing("何静", (ctx) => takeLeave(ctx, away.personId, days))
    for (let nth = 0; nth < 3; nth++)
      expect(await ownerOf(await aTicket({ kind: "系统故障" }))).toBe("金一诺")
    const seen = new Set<string>()
    for (let nth = 0; nth < 6; nth++) seen.add(await ownerOf(await aTicket()))
    // 褚晓峰 is at 仅查看; 安然 leads the department.
    expect([...seen].toSorted()).toEqual(["孔清扬", "时雨", "水浩然"].toSorted())
  })

  test("has a number of its day, and fifty at once get fifty in a row, never one again", async () => {
    const now = instantOf("Asia/Shanghai", "2031-03-05", "10:00")
    const ids = await Promise.all(Array.from({ length: 50 }, () => aTicket({ now })))
    expect(ids.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, nth) => 2031030501 + nth),
    )
    const failed = aTicket({ now, client: "黄岩模塑" })
    await expect(failed).rejects.toMatchObject({ fields: { client: "tickets.error.archived" } })
    expect(await aTicket({ now })).toBe(2031030551)
    expect(numberOf(2031030551)).toBe("GD20310305-51")
    expect(numberOf(20310305123)).toBe("GD20310305-123")
    expect(idOfNumber("gd20310305-51")).toBe(2031030551)
    expect(idOfNumber("2031030551")).toBe(2031030551)
    expect(idOfNumber("12")).toBe(0)
  })

  test("typed anywhere its number is a link, and a search finds it", async () => {
    const id = await aTicket({ title: "年检表盖不了章" })
    expect(numberPieces(`见 ${numberOf(id)}，谢谢`)).toEqual([
      { text: "见 " },
      { text: numberOf(id), href: `/tickets/${id}` },
      { text: "，谢谢" },
    ])
    const { found } = await searchFor(await as("安然"), numberOf(id), { limit: 5 })
    expect(found.map(({ href }) => href)).toContain(`/tickets/${id}`)
    const nobody = await searchFor(await as("高远"), "年检表盖不了章", { limit: 5 })
    expect(nobody.found).toEqual([])
  })
})

describe("who sees a ticket", () => {
  test("its department, its owner, who wrote it down, and who is responsible for the client", async () => {
    const id = await aTicket({ by: "梁音" })
    const ticket = await ticketOf(id)
    const seeing = (await everybody()).filter((actor) => canSee(actor, ticket))
    const names = seeing.map(({ name }) => name).toSorted()
    expect(names).toEqual(["安然", "时雨", "褚晓峰", "孔清扬", "水浩然", "梁音"].toSorted())
    expect(await ticketPage(await as("高远"), id)).toBeNull()
    expect(canReply(await as("褚晓峰"), ticket)).toBe(false)
    expect(canReply(await as("孔清扬"), ticket)).toBe(true)
    expect(canTake(await as("梁音"), ticket)).toBe(false)
  })

  test("everybody lists exactly what they may open, page by page", async () => {
    const rows = await db().select({ id: tickets.id }).from(tickets)
    const all = await Promise.all(rows.map(({ id }) => ticketOf(id)))
    for (const who of ["林默", "安然", "时雨", "梁音", "南乔", "周舟", "陈晨", "方圆", "高远"]) {
      const actor = await as(who)
      const may = all.filter((ticket) => canSee(actor, ticket)).map(({ id }) => id)
      const seen = [...(await listed(actor)), ...(await listed(actor, { view: "ended" }))]
      expect(
        seen.toSorted((a, b) => a - b),
        who,
      ).toEqual(may.toSorted((a, b) => a - b))
    }
  })

  test("a client's tickets stand in its line of time, and go along when it changes hands", async () => {
    const client = await clientNamed("惠山精密")
    const id = await aTicket({ client: "惠山精密" })
    const made = await relatedTo(await as("梁音"), "client", client.id)
    expect(made.filter(({ kind }) => kind === "ticket").map((record) => record.id)).toContain(id)
    const [from, to] = [await as("梁音"), await as("吕亦凡")]
    await doing("向阳", (ctx) =>
      moveClients(ctx, [client.id], { from: from.personId, to: to.personId }),
    )
    expect(await listed(to)).toContain(id)
  })
})

describe("answering", () => {
  test("the first word to the client is the first answer and begins the work; a note is neither", async () => {
    const id = await aTicket()
    const who = await ownerOf(id)
    await doing(who, (ctx) => comment(ctx, "ticket", id, "先看日志"))
    expect(await ticketOf(id)).toMatchObject({ state: "new", answeredAt: null })
    expect((await ticketOf(id)).owedSince).not.toBeNull()
    await say(who, id)
    expect(await ticketOf(id)).toMatchObject({ state: "doing", owedSince: null, passAt: null })
    expect((await ticketOf(id)).answeredAt).not.toBeNull()
    const { entries } = await threadOf(id)
    expect(entries.map(({ is }) => is)).toEqual(["reply", "note", "reply"])
  })

  test("whoever owes a word finds it on their first page until they said it", async () => {
    const id = await aTicket()
    const owner = await as(await ownerOf(id))
    expect((await ticketsOwed(owner)).map((row) => row.id)).toContain(id)
    const needs = () =>
      db()
        .select({ state: bundles.state, needsYou: bundles.needsYou })
        .from(bundles)
        .where(
          and(
            eq(bundles.personId, owner.personId),
            eq(bundles.kind, "ticket"),
            eq(bundles.recordId, id),
          ),
        )
    expect(await needs()).toEqual([{ state: "open", needsYou: true }])
    await say("安然", id)
    expect((await ticketsOwed(owner)).map((row) => row.id)).not.toContain(id)
    expect((await needs())[0]).toMatchObject({ needsYou: false })
  })

  test("it is taken over, given away, and sent to another department by its kind", async () => {
    const id = await aTicket()
    await doing("安然", async (ctx) => takeTicket(ctx, await ticketOf(id)))
    expect(await ownerOf(id)).toBe("安然")
    const chen = await as("陈晨")
    await doing("安然", async (ctx) => giveTicket(ctx, await ticketOf(id), chen.personId))
    expect(canSee(await as("陈晨"), await ticketOf(id))).toBe(true)
    const system = await kindNamed("系统故障")
    await doing("安然", async (ctx) => rerouteTicket(ctx, await ticketOf(id), system))
    expect(canSee(await as("段立"), await ticketOf(id))).toBe(true)
    expect(canSee(await as("安然"), await ticketOf(id))).toBe(false)
    expect(["金一诺", "韩书瑶"]).toContain(await ownerOf(id))
  })

  test("what is due goes by priority on the work calendar, reckoned from when it came", async () => {
    const monday = instantOf("Asia/Shanghai", "2031-03-10", "17:30")
    const id = await aTicket({ priority: "high", now: monday })
    const at = (day: string, clock: string) => instantOf("Asia/Shanghai", day, clock)
    expect(await ticketOf(id)).toMatchObject({
      answerDueAt: at("2031-03-11", "09:30"),
      solveDueAt: at("2031-03-11", "18:00"),
    })
    await doing("安然", async (ctx) => setPriority(ctx, await ticketOf(id), "low"), monday)
    expect(await ticketOf(id)).toMatchObject({ answerDueAt: at("2031-03-11", "18:00") })
    const later = at("2031-03-20", "12:00")
    await doing("安然", async (ctx) => promise(ctx, await ticketOf(id), later), monday)
    expect((await ticketOf(id)).solveDueAt).toEqual(later)
    await expect(
      doing("安然", async (ctx) => promise(ctx, await ticketOf(id), monday), later),
    ).rejects.toMatchObject({ fields: { due: "tickets.error.past" } })
  })

  test("begun, closed and reopened, each once", async () => {
    const id = await aTicket()
    await doing("安然", async (ctx) => startTicket(ctx, await ticketOf(id)))
    const twice = doing("安然", async (ctx) => startTicket(ctx, await ticketOf(id)))
    await expect(twice).rejects.toMatchObject({ code: "conflict" })
    await doing("安然", async (ctx) => closeTicket(ctx, await ticketOf(id)))
    expect(canReply(await as("安然"), await ticketOf(id))).toBe(false)
    await doing("安然", async (ctx) => reopenTicket(ctx, await ticketOf(id)))
    expect(await ticketOf(id)).toMatchObject({ state: "doing", closedAt: null, endedBy: null })
  })
})

describe("around a ticket", () => {
  test("tasks made from it and records tied to it stand beside it for who may see them", async () => {
    const id = await aTicket()
    const task = (name: string) =>
      doing("孔清扬", (ctx) =>
        createTask(ctx, {
          ...{ name, description: "", risk: "", priority: "medium", coworkerIds: [] },
          ...{ startAt: null, departmentId: null, sensitivityId: null, dueAt: null },
          ...{ ownerId: ctx.actor.personId, source: { kind: "ticket", id } },
        }),
      )
    const made = await task("查日志")
    const page = await ticketPage(await as("孔清扬"), id)
    expect(page?.related).toMatchObject([{ kind: "task", id: made, tied: false }])
    expect((await ticketPage(await as("水浩然"), id))?.related).toEqual([])
    const link = async (what: string) =>
      doing("孔清扬", async (ctx) => linkRecord(ctx, await ticketOf(id), what))
    const other = await aTicket()
    await link(numberOf(other))
    await link(`/tickets/${other}`)
    await expect(link("/tasks/999999")).rejects.toMatchObject({
      fields: { what: "tickets.error.link" },
    })
    await expect(link("https://elsewhere.example/tasks/1")).rejects.toMatchObject({
      fields: { what: "tickets.error.link" },
    })
    const after = await ticketPage(await as("孔清扬"), id)
    expect(after?.related.filter(({ tied }) => tied)).toMatchObject([{ kind: "ticket", id: other }])
  })

  test("a leaver's open tickets go round the department", async () => {
    const id = await aTicket()
    const leaver = await as(await ownerOf(id))
    await doing("何静", (ctx) => disablePerson(ctx, { id: leaver.personId }))
    expect(await ownerOf(id)).not.toBe(leaver.name)
    expect(await ownerOf(id)).not.toBe("")
    const said = await db()
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.recordId, id), eq(events.type, "ticket.assigned")))
    expect(said.at(-1)?.data).toMatchObject({ why: "left", before: leaver.personId })
  })

  test("the rule is the company's: names once, a kind that is put away is offered no more", async () => {
    const department = (await as("周舟")).departmentId
    const fields = { name: "接口对接", nameEn: "", department }
    const id = await doing("段立", (ctx) => saveKind(ctx, undefined, fields))
    await expect(doing("段立", (ctx) => saveKind(ctx, undefined, fields))).rejects.toMatchObject({
      fields: { name: "tickets.error.kindName" },
    })
    expect((await ticketOf(await aTicket({ kind: "接口对接" }))).departmentId).toBe(department)
    await doing("段立", (ctx) => closeKind(ctx, id))
    await expect(aTicket({ kind: "接口对接" })).rejects.toMatchObject({
      fields: { kind: "tickets.error.kind" },
    })
  })

  test("canned answers are a department's, written by its editors", async () => {
    const ran = await as("安然")
    const answer = { department: ran.departmentId, title: "补录", body: "漏掉的单子已补录。" }
    await doing("安然", (ctx) => addAnswer(ctx, answer))
    const titles = (await answersFor(ran.departmentId)).map(({ title }) => title)
    expect(titles).toContain("补录")
    expect(await answersFor((await as("段立")).departmentId)).toEqual([])
    expect(canWriteAnswers(await as("褚晓峰"), ran.departmentId)).toBe(false)
    expect(canWriteAnswers(await as("南乔"), ran.departmentId)).toBe(false)
  })
})

test("whoever takes a call names the client, theirs to see or not; a number opens nothing that isn't", async () => {
  const named = (who: string, client: string) => doing(who, (ctx) => namedClient(ctx, { client }))
  const hidden = await clientNamed("远山科技")
  const who = "陈晨"
  expect(seesClient(await as(who), hidden)).toBe(false)
  expect((await named(who, "远山科技"))?.id).toBe(hidden.id)
  expect((await named(who, hidden.name))?.id).toBe(hidden.id)
  expect(await named(who, String(hidden.id))).toBe(null)
  expect((await named("梁音", String(hidden.id)))?.id).toBe(hidden.id)
  await expect(named(who, "远山")).rejects.toMatchObject({
    fields: { client: "tickets.error.noClient" },
  })
})

test("a client is found by a part of its name, a few at a time, among those that one sees", async () => {
  const liang = await as("梁音")
  expect((await clientsLike(liang, "远山")).map(({ name }) => name)).toEqual([
    "杭州远山科技有限公司",
  ])
  expect((await clientsLike(liang, "")).length).toBeLessThanOrEqual(12)
  expect(await clientsLike(liang, "%")).toEqual(await clientsLike(liang, ""))
  const stranger = await as("方圆")
  expect(await clientsLike(stranger, "远山")).toEqual([])
  const { id } = await clientNamed("远山科技")
  expect(await clientInFilter(liang, "远山")).toBe(id)
  expect(await clientInFilter(liang, String(id))).toBe(id)
  expect(await clientInFilter(liang, "没有这个客户")).toBe(0)
  expect(await clientInFilter(stranger, "远山")).toBe(0)
  expect(await clientInFilter(liang, "")).toBeUndefined()
})

test("what a guest wrote is found as something from outside", async () => {
  const { id } = await clientNamed("远山科技")
  const guest = await aGuest("梁音", `ticket_desk:${id}:talk`)
  const ticket = await handedIn(guest, { title: "鱼骨图打不开" })
  const inside = await aTicket({ title: "鱼骨图也打不开" })
  const { found } = await searchFor(await as("梁音"), "鱼骨图")
  const outside = new Map(found.map((one) => [one.id, one.outside ?? false]))
  expect([outside.get(ticket), outside.get(inside)]).toEqual([true, false])
})
