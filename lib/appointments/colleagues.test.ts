import { eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { engine, migrate } from "@/db/engine"
import { people } from "@/db/schema/people"
import { aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { addColleague, colleaguesOf } from "./colleagues"

let chen = 0
const others: number[] = []

beforeAll(async () => {
  await migrate()
  chen = await aPerson("chen")
  for (let nth = 0; nth < 13; nth += 1) others.push(await aPerson(`other-${nth}`))
})

test("a dozen colleagues stand in one's calendar; who has left makes room for another", async () => {
  const add = (id: number) => acting(chen, (ctx) => addColleague(ctx, id), new Date())
  const last = others.at(-1) ?? 0
  for (const id of others.slice(0, 12)) await add(id)
  await expect(add(last)).rejects.toMatchObject({ code: "invalid" })
  const [gone = 0] = others
  await engine().write(({ db: tx }) =>
    tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone)),
  )
  await add(last)
  expect((await colleaguesOf(chen)).map(({ id }) => id)).toContain(last)
})
