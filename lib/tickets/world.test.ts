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
  console.log(Object.fromEntries([...Map.groupBy(rows, (r) => r.state)].map(([k, v]) => [k, v.length])), rows.filter(r=>r.guestId).length, rows.filter(r=>r.answerLateAt).length, rows.filter(r=>r.solveLateAt).length, rows.filter(r=>!r.ownerId).length)
})
