import { eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { searchFor } from "@/lib/search/queries"
import { does, group, refused } from "@/tests/groups"
import { actor, aPerson } from "@/tests/people"
import { browseGroups } from "./browsing"
import { openDirect } from "./direct"
import { titledGroups } from "./group"
import { canManage, canSee } from "./policy"
import { groupPage } from "./queries"

const who = { lin: 0, an: 0, ke: 0 }

beforeAll(async () => {
  await migrate()
  who.lin = await aPerson("lin", { name: "林默" })
  who.an = await aPerson("an", { name: "安然" })
  who.ke = await aPerson("ke", { name: "柯南星" })
})

const chat = (from: number, ...to: number[]) => does(from, (ctx) => openDirect(ctx, to))

describe("a private chat", () => {
  test("is one for each two people, whoever begins it", async () => {
    const first = await chat(who.lin, who.an)
    expect(await chat(who.an, who.lin)).toBe(first)
    expect(await chat(who.lin, who.an, who.lin)).toBe(first)
    expect(await chat(who.lin, who.ke)).not.toBe(first)
  })

  test("twenty presses at once open one", async () => {
    const eve = await aPerson("eve")
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => (turn % 2 ? chat(who.ke, eve) : chat(eve, who.ke))),
    )
    expect(new Set(ids).size).toBe(1)
    const [id = 0] = ids
    const inIt = await db().select().from(groupMembers).where(eq(groupMembers.groupId, id))
    expect(inIt).toHaveLength(2)
  })

  test("is called by the other's name for who is in it", async () => {
    const id = await chat(who.lin, who.an)
    expect((await groupPage(await actor(who.lin), id))?.title).toBe("安然")
    expect((await groupPage(await actor(who.an), id))?.title).toBe("林默")
    expect((await group(id)).title).toBe("林默 · 安然")
    expect((await titledGroups(db(), [id])).get(id)?.title).toBe("林默 · 安然")
  })

  test("is nobody else's: not to see, not to find, not for 平台管理, not to manage", async () => {
    const id = await chat(who.lin, who.an)
    const outside = { ...(await actor(who.ke)), duties: new Set(["platform" as const]) }
    expect(canSee(outside, await group(id))).toBe(false)
    expect((await searchFor(outside, "安然", { kind: "group" })).found).toEqual([])
    const { rows } = await browseGroups(outside, { view: "all" })
    expect(rows.map((row) => row.id)).not.toContain(id)
    expect(canManage(await actor(who.lin), await group(id))).toBe(false)
    const mine = await searchFor(await actor(who.lin), "安然", { kind: "group" })
    expect(mine.found.map(({ title }) => title)).toEqual(["林默 · 安然"])
  })

  test("with several people is a new one each time, up to twenty", async () => {
    const ids = [await chat(who.lin, who.an, who.ke), await chat(who.lin, who.an, who.ke)]
    expect(new Set(ids).size).toBe(2)
    const many = await Promise.all(Array.from({ length: 20 }, (_, nth) => aPerson(`many${nth}`)))
    expect((await refused(chat(who.lin, ...many))).fields).toEqual({
      people: "groups.error.tooMany",
    })
    expect(await chat(who.lin, ...many.slice(1))).toBeGreaterThan(0)
  })

  test("is for 仅查看 too", async () => {
    const intern = await aPerson("intern")
    await engine().write(({ db: tx }) =>
      tx.update(people).set({ level: "view" }).where(eq(people.id, intern)),
    )
    expect((await actor(intern)).level).toBe("view")
    expect(await chat(intern, who.lin)).toBeGreaterThan(0)
  })

  test("begins with nobody who has left, and not with oneself", async () => {
    const gone = await aPerson("gone")
    await engine().write(({ db: tx }) =>
      tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone)),
    )
    expect((await refused(chat(who.lin, gone))).fields).toEqual({ people: "people.error.nobody" })
    expect((await refused(chat(who.lin, who.lin))).fields).toEqual({ people: "groups.error.alone" })
    const kept = await db()
      .select({ n: sql<number>`count(*)` })
      .from(groups)
      .where(eq(groups.createdById, gone))
    expect(Number(kept[0]?.n)).toBe(0)
  })
})
