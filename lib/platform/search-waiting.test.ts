import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { db, engine, migrate } from "@/db/engine"
import { searchWaiting } from "@/db/schema/search"
import { searchFor } from "@/lib/search/queries"
import { editTask } from "@/lib/tasks/editing"
import { seenTask } from "@/lib/tasks/task"
import { actor, aPerson } from "@/tests/people"
import { aTask as taskFor } from "@/tests/tasks"
import type { PersonActor } from "./actor"
import type { Ctx } from "./context"
import { lookingFor } from "./search-matching"
import { carryOver } from "./search-waiting"
import { write } from "./write"

let lin: PersonActor
let other: PersonActor

beforeAll(async () => {
  await migrate()
  lin = await actor(await aPerson("Q001"))
  other = await actor(await aPerson("Q002", { department: "销售部" }))
})

const asLin = <T>(run: (ctx: Ctx & { actor: PersonActor }) => Promise<T>) =>
  write(lin, (ctx) => run(Object.assign(ctx, { actor: lin })))

const aTask = (name: string) => asLin((ctx) => taskFor(ctx, lin.personId, name))

const change = (id: number, changes: { name?: string; ownerId?: number }) =>
  asLin(async (ctx) => {
    const task = await seenTask(ctx, { id })
    if (!task) throw new Error("not theirs to see")
    return editTask(ctx, task, task.version, changes)
  })

const found = async (query: string, who = lin) =>
  (await searchFor(who, query)).found.map(({ id }) => id)

const intoIndex = () => engine().write(({ db: tx }) => carryOver(tx))

/** All pages of what is found. */
async function pages(query: string): Promise<number[][]> {
  const all: number[][] = []
  for (let before: number | undefined, more = true; more; ) {
    const { found: page, next } = await searchFor(lin, query, { before, limit: 2 })
    all.push(page.map(({ id }) => id))
    before = next ?? undefined
    more = next !== null
  }
  return all
}

test("what was written a moment ago is found as what lies in the index is", async () => {
  const old = [await aTask("核对旧仓库的盘点表"), await aTask("Résumé v1.2 of 旧仓库")]
  await intoIndex()
  const fresh = [await aTask("盘点新仓库，Café 的库存"), await aTask("旧仓库清空后的盘点")]
  const queries = [
    "仓库",
    "旧仓",
    "仓",
    "盘点",
    "点盘",
    "仓库 盘点",
    "v1.2",
    "caf",
    "café",
    "库存 仓库",
  ]
  const before = await Promise.all(queries.map((query) => found(query)))
  expect(before[0]).toEqual([...old, ...fresh].toReversed())
  expect(before[4]).toEqual([])
  expect(before[7]).toEqual([fresh[0]])
  const paged = await pages("仓库")
  expect(paged).toEqual([fresh.toReversed(), old.toReversed()])
  await intoIndex()
  expect(await Promise.all(queries.map((query) => found(query)))).toEqual(before)
  expect(await pages("仓库")).toEqual(paged)
})

test("the index finds Latin letters with and without their accents, at once as well as later", async () => {
  const id = await aTask("préparer le séminaire")
  const queries = ["seminaire", "Séminaire", "prep"]
  const before = await Promise.all(queries.map((query) => found(query)))
  expect(before[1]).toEqual([id])
  await intoIndex()
  expect(await Promise.all(queries.map((query) => found(query)))).toEqual(before)
})

test.each([true, false])(
  "an edited record is found by its new words alone, in the index: %s",
  async (indexed) => {
    const id = await aTask("打扫琥珀会议室")
    if (indexed) await intoIndex()
    await change(id, { name: "打扫珊瑚会议室" })
    expect(await found("琥珀")).toEqual([])
    expect(await found("珊瑚")).toEqual([id])
    await intoIndex()
    expect(await found("琥珀")).toEqual([])
    expect(await found("珊瑚")).toEqual([id])
    await change(id, { name: "打扫会议室" })
  },
)

test.each([true, false])(
  "whoever loses sight of a record finds it no more, in the index: %s",
  async (indexed) => {
    const id = await aTask("整理玛瑙合同")
    await change(id, { ownerId: other.personId })
    if (indexed) await intoIndex()
    expect(await found("玛瑙", other)).toEqual([id])
    await change(id, { ownerId: lin.personId })
    expect(await found("玛瑙", other)).toEqual([])
    expect(await found("玛瑙")).toEqual([id])
    await change(id, { name: "整理合同" })
  },
)

test("little waits at any time, and none of it is lost on the way", async () => {
  const ids: number[] = []
  for (let i = 0; i < 300; i++) {
    ids.push(await aTask(`第 ${i} 次翡翠检查`))
    if (!onPostgres && i % 50 === 0)
      expect(await db().$count(searchWaiting)).toBeLessThanOrEqual(128)
  }
  const { found: newest } = await searchFor(lin, "翡翠", { limit: 500 })
  expect(newest.map(({ id }) => id)).toEqual(ids.toReversed())
})

// There nothing waits.
if (!onPostgres)
  test("a search never begins with all records of a kind", async () => {
    const asked = lookingFor(["wgroupx4"], [{ tokens: ["对仓库"], prefix: false }], {
      kind: "task",
    })
    const plan = JSON.stringify(await engine().rows(db(), sql`explain query plan ${asked}`))
    expect(plan).toContain("search_index")
    expect(plan).not.toContain("search_rows_record")
  })
