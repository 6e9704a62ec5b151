import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { groupMembers } from "@/db/schema/groups"
import { bundles } from "@/db/schema/notifications"
import { instantOf } from "@/lib/calendar/zones"
import { takeLeave } from "@/lib/people/taking-leave"
import { emit } from "@/lib/platform/events"
import { write } from "@/lib/platform/write"
import { aGroup, ask, clockOf, clocksOn, doing, gone } from "@/tests/clocks"
import { actor, aPerson } from "@/tests/people"
import { type Answering, answerClocks } from "./clock-answering"
import { answerByHand, mayAnswer, openForMessage } from "./clock-by-hand"
import { cancelClocks } from "./clock-cancelling"
import { clocksOf } from "./clock-shown"
import { sweepClocks } from "./clock-sweep"

const who = { ann: 0, bob: 0, eve: 0, max: 0, tom: 0 }
let group = 0

beforeAll(async () => {
  await migrate()
  for (const name of ["ann", "bob", "eve", "max", "tom"] as const) who[name] = await aPerson(name)
  group = await aGroup({ managers: [who.max], members: [who.ann, who.bob, who.eve] })
})

const monday = (clock: string) => instantOf("Asia/Shanghai", "2026-11-23", clock)
const open = (asked: number[], groupId = group) =>
  ask({ groupId, by: who.ann, asked, at: monday("10:00") })
const answer = (personId: number, messageIds: number[], how: Answering["how"] = "reply") =>
  doing(personId, monday("10:20"), (ctx) => answerClocks(ctx, { personId, messageIds, how }))

describe("an answer", () => {
  test("stops one's own clock with its time and its kind, and no other", async () => {
    const id = await open([who.bob, who.eve])
    expect(await answer(who.bob, [id], "reaction")).toEqual([id])
    expect(await clockOf(id, who.bob)).toMatchObject({
      open: false,
      answeredAt: monday("10:20"),
      answeredBy: "reaction",
      remindAt: null,
      openedAt: monday("10:00"),
      dueAt: monday("12:00"),
    })
    expect(await clockOf(id, who.eve)).toMatchObject({ open: true, answeredAt: null })
  })

  test("of somebody who wasn't asked stops nothing", async () => {
    const id = await open([who.bob])
    expect(await answer(who.eve, [id])).toEqual([])
    expect(await answer(who.ann, [id])).toEqual([])
    expect(await clockOf(id, who.bob)).toMatchObject({ open: true })
  })

  test("counts once: a second one changes nothing", async () => {
    const id = await open([who.bob])
    await answer(who.bob, [id])
    const before = await clockOf(id, who.bob)
    expect(await answer(who.bob, [id], "done")).toEqual([])
    expect(await clockOf(id, who.bob)).toEqual(before)
  })

  test("takes what was reminded of out of the inbox", async () => {
    const id = await open([who.bob])
    await sweepClocks(monday("11:00"))
    const about = async () =>
      (await db().select().from(bundles).where(eq(bundles.recordId, id))).filter(
        ({ kind }) => kind === "message",
      )
    expect(await about()).toMatchObject([{ personId: who.bob, state: "open", needsYou: true }])
    await answer(who.bob, [id])
    expect(await about()).toMatchObject([{ personId: who.bob, state: "done" }])
    await sweepClocks(monday("12:00"))
    expect(await about()).toMatchObject([{ state: "done" }])
  })
})

describe("已处理", () => {
  const press = async (personId: number, messageId: number) => {
    const person = await actor(personId)
    return write(
      person,
      async (ctx) => {
        const own = Object.assign(ctx, { actor: person })
        const asked = await openForMessage(own, { messageId })
        if (!asked) return "not_found"
        return mayAnswer(person, asked) ? answerByHand(own, asked) : "forbidden"
      },
      { now: monday("10:30") },
    )
  }

  test("is for who was asked; other members are refused, strangers find nothing", async () => {
    const id = await open([who.bob])
    expect(await press(who.eve, id)).toBe("forbidden")
    expect(await press(who.tom, id)).toBe("not_found")
    expect(await press(who.bob, 987_654)).toBe("not_found")
    expect(await press(who.bob, id)).toBe(true)
    expect(await clockOf(id, who.bob)).toMatchObject({ open: false, answeredBy: "done" })
  })

  test("tells who asked, and pressing twice tells them once", async () => {
    const id = await open([who.bob])
    for (const _ of [1, 2]) await press(who.bob, id)
    const told = await db().select().from(bundles).where(eq(bundles.recordId, id))
    expect(told).toMatchObject([{ personId: who.ann, kind: "message", needsYou: false, unread: 1 }])
  })
})

describe("nobody has to answer any more", () => {
  test("when the message is withdrawn", async () => {
    const id = await open([who.bob, who.eve])
    await doing(who.ann, monday("10:10"), (ctx) => cancelClocks(ctx, { messageIds: [id] }))
    expect(await clocksOn(id)).toMatchObject(
      [0, 1].map(() => ({ open: false, cancelledAt: monday("10:10"), answeredAt: null })),
    )
    await sweepClocks(monday("18:00"))
    expect(await clocksOn(id)).toMatchObject([0, 1].map(() => ({ escalatedAt: null })))
  })

  test("when naming nothing, nothing is cancelled", async () => {
    const id = await open([who.bob])
    await doing(who.ann, monday("10:10"), (ctx) => cancelClocks(ctx, {}))
    expect(await clockOf(id, who.bob)).toMatchObject({ open: true })
  })

  test("when the group is put away", async () => {
    const other = await aGroup({ managers: [who.ann], members: [who.bob] })
    const id = await open([who.bob], other)
    await doing(who.ann, monday("10:10"), async (ctx) =>
      emit(ctx, { type: "group.archived", recordId: other }),
    )
    expect(await clockOf(id, who.bob)).toMatchObject({ open: false, cancelledAt: monday("10:10") })
  })
})

/** Takes somebody out of a group, as the group's own verb does. */
const leave = (groupId: number, personId: number) =>
  doing(who.ann, monday("10:15"), async (ctx) => {
    await ctx.tx.delete(groupMembers).where(eq(groupMembers.personId, personId))
    emit(ctx, { type: "group.left", recordId: groupId, data: { personIds: [personId] } })
  })

describe("people who leave", () => {
  test("a group owe nothing there any more, and everything elsewhere", async () => {
    const tom = await aPerson("tom2")
    const here = await aGroup({ managers: [who.max], members: [who.ann, tom] })
    const id = await open([tom], here)
    await leave(here, tom)
    expect(await clockOf(id, tom)).toMatchObject({ open: false, cancelledAt: monday("10:15") })
  })

  test("hand on what they held for somebody else", async () => {
    const [away, deputy] = [await aPerson("away"), await aPerson("deputy")]
    const here = await aGroup({ managers: [who.max], members: [who.ann, away, deputy] })
    const today = new Date()
    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(today)
    await doing(away, today, (ctx) =>
      takeLeave(ctx, away, { firstDay: day, lastDay: day, deputyId: deputy, note: "" }),
    )
    const id = await ask({ groupId: here, by: who.ann, asked: [away], at: today })
    expect((await clockOf(id, away)).holderId).toBe(deputy)
    await doing(who.ann, today, async (ctx) => {
      await ctx.tx.delete(groupMembers).where(eq(groupMembers.personId, deputy))
      emit(ctx, { type: "group.left", recordId: here, data: { personIds: [deputy] } })
    })
    expect(await clockOf(id, away)).toMatchObject({ open: true, holderId: who.max })
  })

  test("the company hand theirs to a manager of the group, due when it was", async () => {
    const leaver = await aPerson("leaver")
    const here = await aGroup({ managers: [who.max], members: [who.ann, leaver] })
    const id = await open([leaver], here)
    await gone(leaver)
    await doing(who.ann, monday("10:30"), async (ctx) =>
      emit(ctx, { type: "person.disabled", recordId: leaver }),
    )
    expect(await clockOf(id, leaver)).toMatchObject({
      open: true,
      holderId: who.max,
      dueAt: monday("12:00"),
    })
    // Being taken out of the group then takes nothing from the manager.
    await leave(here, leaver)
    expect(await clockOf(id, leaver)).toMatchObject({ open: true, holderId: who.max })
    expect(await answer(who.max, [id])).toEqual([id])
  })

  test("the company leave a private chat without anybody to answer", async () => {
    const leaver = await aPerson("leaver2")
    const here = await aGroup({ kind: "direct", name: "", members: [who.ann, leaver] })
    const id = await open([leaver], here)
    await gone(leaver)
    await doing(who.ann, monday("10:30"), async (ctx) =>
      emit(ctx, { type: "person.disabled", recordId: leaver }),
    )
    expect(await clockOf(id, leaver)).toMatchObject({ open: false, cancelledAt: monday("10:30") })
  })

  test("the company without a word, as in an import, are noticed at the next reminder", async () => {
    const leaver = await aPerson("leaver3")
    const here = await aGroup({ managers: [who.max], members: [who.ann, leaver] })
    const id = await open([leaver], here)
    await gone(leaver)
    await sweepClocks(monday("11:00"))
    expect(await clockOf(id, leaver)).toMatchObject({ open: true, holderId: who.max })
  })
})

test("a page learns of the clocks of all its messages at once", async () => {
  const [first, second] = [await open([who.bob, who.eve]), await open([who.eve])]
  const found = await clocksOf(db(), [first, second, 987_654])
  expect([...found.keys()]).toEqual([first, second])
  expect(found.get(first)).toMatchObject([
    { personId: who.bob, holderId: who.bob, open: true, answeredBy: null },
    { personId: who.eve, open: true },
  ])
  expect(await clocksOf(db(), [])).toEqual(new Map())
})
