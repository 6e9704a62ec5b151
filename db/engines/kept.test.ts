import { aliasedTable, asc, eq, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { db, engine, migrate, prepared } from "@/db/engine"
import { events } from "@/db/schema/events"
import { departments, people } from "@/db/schema/people"

const at = new Date("2026-03-02T01:30:00.000Z")
const event: typeof events.$inferInsert = {
  ...{ at, type: "department.created", kind: "department", recordId: 1, actorKind: "person" },
  ...{ data: { 名: "研发部", n: [1, null] }, topics: ["department:1"], needsReview: true },
}

beforeAll(async () => {
  await migrate()
  await engine().write(async ({ db: tx }) => {
    const [led] = await tx.insert(departments).values({ name: "研发部", createdAt: at }).returning()
    const of = { departmentId: led?.id ?? 0, createdAt: at, level: "edit" } as const
    const [head] = await tx
      .insert(people)
      .values({
        ...of,
        staffNo: "Q1",
        name: "周舟",
        pinyin: "zz",
        initials: "zz",
        email: "q@x.example",
      })
      .returning()
    await tx.update(departments).set({ headId: head?.id ?? 0 })
    await tx.insert(departments).values({ name: "仓库", createdAt: at })
    await tx.insert(events).values(event)
  })
})

interface Query extends PromiseLike<unknown> {
  prepare(): { execute(given: Record<string, unknown>): PromiseLike<unknown> }
}

/** What a query answers when it is made for once, and what it answers each time when it is kept. */
async function answers(build: (on: ReturnType<typeof db>) => Query) {
  const kept = prepared((on) => build(on).prepare())
  return [await build(db()), await kept(db()).execute({}), await kept(db()).execute({})]
}

test("a query that is kept answers what it answers when it is made for once", async () => {
  const head = aliasedTable(people, "head")
  const queries: ((on: ReturnType<typeof db>) => Query)[] = [
    (on) => on.select().from(departments).orderBy(asc(departments.id)),
    (on) => on.select().from(events),
    // A whole row of a table that had none to join is null; single columns are null each.
    (on) =>
      on
        .select({ department: departments, head, name: head.name })
        .from(departments)
        .leftJoin(head, eq(head.id, departments.headId))
        .orderBy(asc(departments.id)),
    (on) =>
      on
        .select({ both: { name: departments.name, head: head.name }, at: { at: head.createdAt } })
        .from(departments)
        .leftJoin(head, eq(head.id, departments.headId))
        .orderBy(asc(departments.id)),
    (on) =>
      on
        .select({ at: departments.createdAt, one: sql<number>`1`.mapWith(String) })
        .from(departments),
  ]
  for (const query of queries) {
    const [once, kept, again] = await answers(query)
    expect(kept).toEqual(once)
    expect(again).toEqual(once)
  }
  const [rows] = await answers((on) => on.select().from(events))
  expect(rows).toMatchObject([event])
})

const byName = prepared((on) =>
  on
    .select({ name: departments.name, createdAt: departments.createdAt })
    .from(departments)
    .where(eq(departments.name, sql.placeholder("name")))
    .prepare(),
)
const rename = prepared((on) =>
  on
    .update(departments)
    .set({ name: sql`${sql.placeholder("to")}`, createdAt: at })
    .where(eq(departments.name, sql.placeholder("from")))
    .prepare(),
)

test("what it is given differs each time, and is asked for when it is missing", async () => {
  expect(await byName(db()).execute({ name: "仓库" })).toEqual([{ name: "仓库", createdAt: at }])
  expect(await byName(db()).execute({ name: "'; drop table x" })).toEqual([])
  await expect(async () => byName(db()).execute({})).rejects.toThrow("name")
})

test("rows that a kept query changes are counted", async () => {
  await engine().write(async (tx) => {
    await rename(tx.db).execute({ from: "仓库", to: "三号仓" })
    expect(tx.changed.get("departments")).toBe(1)
  })
  expect(await byName(db()).execute({ name: "三号仓" })).toHaveLength(1)
})
