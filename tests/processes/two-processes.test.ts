import path from "node:path"
import Driver from "better-sqlite3"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { onPostgres } from "@/db/columns"
import { DatabaseBusy, db, type Engine, engine, migrate, openEngine } from "@/db/engine"
import { countAgainst } from "@/lib/platform/rate-limit"
import { write } from "@/lib/platform/write"
import { editTask } from "@/lib/tasks/editing"
import { findTask } from "@/lib/tasks/task"
import { actor, aPerson } from "../people"
import { aTask } from "../tasks"

let other: Engine
beforeAll(async () => {
  await migrate()
  other = openEngine()
})
afterAll(() => other.close())

const many = <T>(times: number, run: (turn: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, turn) => run(turn)))

test("a limit is one limit, however many processes count against it", async () => {
  const now = new Date()
  const waits = await many(30, (turn) =>
    (turn % 2 ? engine() : other).write((tx) =>
      countAgainst(tx.db, "door:10.0.0.1", { times: 20, per: 60 }, now),
    ),
  )
  expect(waits.filter((wait) => wait === 0)).toHaveLength(20)
  expect(waits.filter((wait) => wait === 60)).toHaveLength(10)
  const later = new Date(now.getTime() + 60_000)
  expect(
    await other.write((tx) => countAgainst(tx.db, "door:10.0.0.1", { times: 20, per: 60 }, later)),
  ).toBe(0)
})

test("fifty people who create at once all get their record", async () => {
  const ann = await actor(await aPerson("ann"))
  const ids = await many(50, (turn) =>
    write(ann, (ctx) => aTask(Object.assign(ctx, { actor: ann }), ann.personId, `第 ${turn} 件`)),
  )
  expect(new Set(ids).size).toBe(50)
  const [row] = await engine().rows<{ n: number }>(
    db(),
    sql`select count(*) as n from events where type = 'task.created'`,
  )
  expect(Number(row?.n)).toBe(50)
})

test("of fifty who save one version one wins, and the others see what stands there", async () => {
  const bob = await actor(await aPerson("bob"))
  const id = await write(bob, (ctx) => aTask(Object.assign(ctx, { actor: bob }), bob.personId))
  const saves = await Promise.allSettled(
    Array.from({ length: 50 }, (_, turn) =>
      write(bob, async (ctx) => {
        const task = await findTask(ctx.tx, id)
        if (!task) throw new Error("the task is there")
        return editTask(Object.assign(ctx, { actor: bob }), task, 1, { risk: `第 ${turn} 种写法` })
      }),
    ),
  )
  const lost = saves.filter((it) => it.status === "rejected").map(({ reason }) => reason)
  expect(lost).toHaveLength(49)
  const kept = await findTask(db(), id)
  for (const refusal of lost)
    expect(refusal).toMatchObject({ code: "conflict", current: { risk: kept?.risk, version: 2 } })
})

if (!onPostgres)
  test("a database that stays locked answers busy after five seconds, and nothing stands still", async () => {
    const file = path.join(process.env.QIBU_DATA ?? "", "qibu.db")
    const holder = new Driver(file)
    holder.exec("begin immediate")
    let longest = 0
    let last = performance.now()
    const watching = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    const begun = performance.now()
    await expect(
      engine().write((tx) => countAgainst(tx.db, "x", { times: 1, per: 1 }, new Date())),
    ).rejects.toThrow(DatabaseBusy)
    clearInterval(watching)
    expect(performance.now() - begun).toBeGreaterThan(4_900)
    expect(longest).toBeLessThan(1_000)
    expect(await engine().rows(db(), sql`select count(*) as n from tasks`)).toHaveLength(1)
    holder.exec("rollback")
    holder.close()
    expect(
      await engine().write((tx) => countAgainst(tx.db, "x", { times: 1, per: 1 }, new Date())),
    ).toBe(0)
  })
