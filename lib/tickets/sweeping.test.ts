import { and, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import { notifications } from "@/db/schema/notifications"
import { instantOf } from "@/lib/calendar/zones"
import { as } from "@/tests/personas"
import { aTicket, doing, guestNamed, handedIn, outside, pageOf, ticketOf } from "@/tests/tickets"
import { beginWithWorld } from "@/tests/world"
import { confirmSolved, denySolved, rateTicket } from "./client-answering"
import { askClient } from "./moving"
import { replyAsClient, replyToClient } from "./replying"
import { sweepTickets } from "./sweeping"

beforeAll(beginWithWorld)

/** Mondays and so on, long after the sample company's last day. */
const at = (day: string, clock: string) => instantOf("Asia/Shanghai", `2031-03-${day}`, clock)
const words = (body: string) => ({ body, fileIds: [] })
const saidOf = async (id: number, type: string) =>
  db()
    .select()
    .from(events)
    .where(and(eq(events.recordId, id), eq(events.type, `ticket.${type}`)))
/** Two processes at once, and once more. */
const sweeps = async (now: Date) => {
  await Promise.all([sweepTickets(now), sweepTickets(now)])
  await sweepTickets(now)
}

test("an unanswered ticket is reminded of, then passed on step by step, and the head hears", async () => {
  const id = await aTicket({ kind: "系统故障", priority: "high", now: at("10", "09:00") })
  const first = (await ticketOf(id)).ownerId
  await sweeps(at("10", "09:20"))
  expect(await saidOf(id, "answer_due")).toHaveLength(0)
  await sweeps(at("10", "09:30"))
  expect(await saidOf(id, "answer_due")).toHaveLength(1)

  await sweeps(at("10", "10:00"))
  const late = await saidOf(id, "unanswered")
  expect(late).toHaveLength(1)
  const passed = await ticketOf(id)
  expect(passed.ownerId).not.toBe(first)
  expect(passed.triedIds).toEqual([first])
  const head = await as("段立")
  const told = await db()
    .select({ category: notifications.category, needsYou: notifications.needsYou })
    .from(notifications)
    .where(eq(notifications.eventId, late[0]?.id ?? 0))
  expect(told).toContainEqual({ category: "tickets.late", needsYou: true })

  // The next has the same time; then it is the head's turn, and after that nobody is left.
  await sweeps(at("10", "10:30"))
  expect(await saidOf(id, "unanswered")).toHaveLength(1)
  await sweeps(at("10", "11:00"))
  expect((await ticketOf(id)).ownerId).toBe(head.personId)
  await sweeps(at("10", "14:00"))
  await sweeps(at("10", "16:00"))
  expect(await saidOf(id, "unanswered")).toHaveLength(3)
  expect((await ticketOf(id)).ownerId).toBe(head.personId)
})

test("an answer in time stops all of it; what was promised is reminded of and escalated once", async () => {
  const id = await aTicket({ priority: "high", now: at("11", "09:00") })
  const say = words("在看了")
  await doing("安然", async (ctx) => replyToClient(ctx, await ticketOf(id), say), at("11", "09:40"))
  await sweeps(at("11", "11:00"))
  expect(await saidOf(id, "unanswered")).toHaveLength(0)
  await sweeps(at("11", "17:00"))
  expect(await saidOf(id, "solution_due")).toHaveLength(1)
  expect(await saidOf(id, "late")).toHaveLength(0)
  await sweeps(at("12", "10:00"))
  await sweeps(at("12", "12:00"))
  expect(await saidOf(id, "late")).toHaveLength(1)
})

test("a client who says nothing has it solved after some days, and closed after some more", async () => {
  const id = await aTicket({ now: at("10", "09:00") })
  const done = words("修好了，请确认")
  await doing("安然", async (ctx) => askClient(ctx, await ticketOf(id), done), at("10", "10:00"))
  await sweeps(at("14", "12:00"))
  expect((await ticketOf(id)).state).toBe("waiting")
  expect(await saidOf(id, "late")).toHaveLength(0)
  await sweeps(at("17", "18:00"))
  expect(await ticketOf(id)).toMatchObject({ state: "done", endedBy: "time" })
  await sweeps(at("24", "18:00"))
  expect(await ticketOf(id)).toMatchObject({ state: "closed", endedBy: "time" })
  expect(await saidOf(id, "solved")).toHaveLength(1)
  expect(await saidOf(id, "closed")).toHaveLength(1)
})

test("a client who still asks something isn't taken as content", async () => {
  const guest = await guestNamed("何以舟")
  const id = await handedIn(guest, { now: at("10", "09:00") })
  const done = words("修好了，请确认")
  await doing("安然", async (ctx) => askClient(ctx, await ticketOf(id), done), at("10", "10:00"))
  const asks = words("夜班的也好了吗？")
  await outside(guest, async (ctx) => replyAsClient(ctx, await pageOf(id), asks), at("11", "10:00"))
  await sweeps(at("20", "12:00"))
  expect(await ticketOf(id)).toMatchObject({ state: "waiting" })
  const yes = words("也好了")
  await doing("安然", async (ctx) => replyToClient(ctx, await ticketOf(id), yes), at("20", "14:00"))
  await sweeps(at("21", "12:00"))
  expect((await ticketOf(id)).state).toBe("waiting")
  await sweeps(at("27", "18:00"))
  expect((await ticketOf(id)).state).toBe("done")
})

test("the client confirms and rates, once; or says what is missing, and the promise has rested", async () => {
  const guest = await guestNamed("何以舟")
  const id = await handedIn(guest, { now: at("10", "09:00") })
  const promised = (await ticketOf(id)).solveDueAt
  const done = words("修好了，请确认")
  const ask = (now: Date) =>
    doing("安然", async (ctx) => askClient(ctx, await ticketOf(id), done), now)
  await ask(at("10", "10:00"))
  await outside(
    guest,
    async (ctx) => denySolved(ctx, await pageOf(id), "还是慢"),
    at("11", "10:00"),
  )
  const again = await ticketOf(id)
  expect(again).toMatchObject({ state: "doing", endedBy: null })
  // A working day passed while the client was asked: 7.5 hours.
  expect(again.solveDueAt.getTime()).toBeGreaterThan(promised.getTime())
  await ask(at("11", "15:00"))
  await outside(guest, async (ctx) => confirmSolved(ctx, await pageOf(id)), at("11", "16:00"))
  expect(await ticketOf(id)).toMatchObject({ state: "done", endedBy: "client" })
  const twice = outside(guest, async (ctx) => confirmSolved(ctx, await pageOf(id)))
  await expect(twice).rejects.toMatchObject({ code: "conflict" })
  const rating = { rating: 4, words: "快" }
  await outside(guest, async (ctx) => rateTicket(ctx, await pageOf(id), rating), at("11", "16:05"))
  expect(await ticketOf(id)).toMatchObject({ rating: 4, ratingWords: "快" })
})
