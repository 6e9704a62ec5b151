import { eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { clients, communications } from "@/db/schema/clients"
import { guestInvitations } from "@/db/schema/guests"
import { tickets } from "@/db/schema/tickets"
import { overNow } from "@/lib/platform/guest-session"
import { as } from "@/tests/personas"
import { beginWithWorld } from "@/tests/world"
import { timelineOf } from "./timeline"

beforeAll(beginWithWorld)

test("the sample company has forty clients with history", async () => {
  const all = await db().select({ name: clients.shortName, id: clients.id }).from(clients)
  const talks = await db().select({ id: communications.clientId }).from(communications)
  expect(all.length).toBeGreaterThanOrEqual(40)
  // One was only just entered.
  const silent = all.filter(({ id }) => !talks.some((talk) => talk.id === id))
  expect(silent.map(({ name }) => name)).toEqual(["云龙配件"])
})

test("it has three live invitations and more, and sixty tickets in all states", async () => {
  const invitations = await db().select().from(guestInvitations)
  const live = invitations.filter((row) => !overNow({ ...row, hostLeftAt: null }))
  expect(live.length).toBeGreaterThanOrEqual(3)
  const states = await db().select({ state: tickets.state }).from(tickets)
  expect(states).toHaveLength(60)
  expect(new Set(states.map(({ state }) => state)).size).toBe(5)
})

test("what its guests say stands in their client's line of time", async () => {
  const [yuan] = await db().select().from(clients).where(eq(clients.shortName, "远山科技"))
  const { entries } = await timelineOf(await as("梁音"), yuan?.id ?? 0)
  const said = entries.flatMap((entry) => (entry.is === "said" ? entry.said : []))
  expect(said.map(({ guest, group }) => [guest, group])).toContainEqual(["顾远", "远山科技"])
})
