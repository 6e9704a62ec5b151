import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db } from "@/db/engine"
import { tickets } from "@/db/schema/tickets"
import { beginWithWorld } from "@/tests/world"

beforeAll(beginWithWorld)

test("the sample company has sixty tickets in all states", async () => {
  const rows = await db().select().from(tickets)
  expect(rows).toHaveLength(60)
  expect(new Set(rows.map(({ state }) => state))).toEqual(
    new Set(["new", "doing", "waiting", "done", "closed"]),
  )
})
