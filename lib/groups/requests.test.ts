import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { groupRequests } from "@/db/schema/groups"
import { bundles } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import { does, group, newGroup, refused, roleIn } from "@/tests/groups"
import { actor, aPerson } from "@/tests/people"
import { archiveGroup } from "./archiving"
import { browseGroups } from "./browsing"
import { addMembers, joinGroup } from "./joining"
import { removeMember } from "./leaving"
import { openRequests } from "./open-requests"
import { askToJoin, decideRequest, joinableGroup } from "./requests"

const who = { lin: 0, an: 0, ke: 0, eve: 0 }

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "an", "ke", "eve"] as const) who[name] = await aPerson(name)
})

const ask = (personId: number, id: number, note = "") =>
  does(personId, async (ctx) => askToJoin(ctx, await group(id), note))
const decide = (personId: number, id: number, requestId: number, accepted: boolean) =>
  does(personId, async (ctx) => decideRequest(ctx, await group(id), requestId, accepted))
const waiting = async (id: number) => (await openRequests(db(), id))[0]?.id ?? 0
const bundle = async (personId: number, id: number) => {
  const about = and(eq(bundles.personId, personId), eq(bundles.recordId, id))
  return (
    await db()
      .select()
      .from(bundles)
      .where(and(about, eq(bundles.kind, "group")))
  )[0]
}
const browsed = async (personId: number, view: "open" | "all" = "open") =>
  (await browseGroups(await actor(personId), { view })).rows

describe("a group that is asked at", () => {
  test("tells its managers, who say yes: the one who asked is in and hears of it", async () => {
    const id = await newGroup(who.lin, [who.an], { joinRule: "request" })
    await ask(who.ke, id, "接手排版")
    expect(await bundle(who.lin, id)).toMatchObject({ needsYou: true, state: "open" })
    expect(await bundle(who.an, id)).not.toMatchObject({ needsYou: true })
    await decide(who.lin, id, await waiting(id), true)
    expect(await roleIn(id, who.ke)).toBe("member")
    expect(await bundle(who.ke, id)).toMatchObject({ state: "open" })
    expect(await bundle(who.lin, id)).toMatchObject({ state: "done" })
  })

  test("a no lets nobody in, and they may ask again", async () => {
    const id = await newGroup(who.lin, [], { joinRule: "request" })
    await ask(who.ke, id)
    await decide(who.lin, id, await waiting(id), false)
    expect(await roleIn(id, who.ke)).toBeNull()
    expect(await bundle(who.ke, id)).toBeUndefined()
    await ask(who.ke, id)
    expect(await openRequests(db(), id)).toHaveLength(1)
  })

  test("asked twice is asked once", async () => {
    const id = await newGroup(who.lin, [], { joinRule: "request" })
    await Promise.all([ask(who.ke, id), ask(who.ke, id), ask(who.ke, id)])
    expect(await openRequests(db(), id)).toHaveLength(1)
  })

  test("one of two managers decides; the other hears that it is done", async () => {
    const id = await newGroup(who.lin, [], { joinRule: "request" })
    await ask(who.ke, id)
    const request = await waiting(id)
    await decide(who.lin, id, request, true)
    expect((await refused(decide(who.lin, id, request, false))).sentence).toBe(
      "groups.error.decided",
    )
    const [row] = await db().select().from(groupRequests).where(eq(groupRequests.id, request))
    expect(row).toMatchObject({ accepted: true, decidedById: who.lin })
  })

  test("who was brought in meanwhile isn't let in by their old request after they were taken out", async () => {
    const id = await newGroup(who.lin, [], { joinRule: "request" })
    await ask(who.ke, id)
    await ask(who.eve, id)
    const request = await waiting(id)
    await does(who.lin, async (ctx) => addMembers(ctx, await group(id), [who.ke]))
    expect((await openRequests(db(), id)).map(({ name }) => name)).toEqual(["eve"])
    expect(await bundle(who.lin, id)).toMatchObject({ state: "open" })
    await does(who.lin, async (ctx) => removeMember(ctx, await group(id), who.ke))
    expect((await refused(decide(who.lin, id, request, true))).code).toBe("conflict")
    expect(await roleIn(id, who.ke)).toBeNull()
    await does(who.lin, async (ctx) => addMembers(ctx, await group(id), [who.eve]))
    expect(await bundle(who.lin, id)).toMatchObject({ state: "done" })
  })

  test("a request of another group isn't there", async () => {
    const [one, other] = [
      await newGroup(who.lin, [], { joinRule: "request" }),
      await newGroup(who.an, [], { joinRule: "request" }),
    ]
    await ask(who.ke, one)
    expect((await refused(decide(who.an, other, await waiting(one), true))).code).toBe("conflict")
    expect(await roleIn(one, who.ke)).toBeNull()
  })

  test("whoever has left the company isn't let in", async () => {
    const gone = await aPerson("gone")
    const id = await newGroup(who.lin, [], { joinRule: "request" })
    await ask(gone, id)
    const request = await waiting(id)
    await engine().write(({ db: tx }) =>
      tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone)),
    )
    await refused(decide(who.lin, id, request, true))
    expect(await roleIn(id, gone)).toBeNull()
    expect(await openRequests(db(), id)).toEqual([])
  })
})

describe("the door", () => {
  test("of an open group is open: who comes in isn't told that they came", async () => {
    const id = await newGroup(who.lin, [], { joinRule: "open" })
    await does(who.eve, async (ctx) => joinGroup(ctx, await group(id)))
    expect(await roleIn(id, who.eve)).toBe("member")
    expect(await bundle(who.eve, id)).toBeUndefined()
  })

  test("of a group by invitation isn't there for who is outside, nor of one that was put away", async () => {
    const closed = await newGroup(who.lin, [])
    const old = await newGroup(who.lin, [], { joinRule: "open" })
    await does(who.lin, async (ctx) => archiveGroup(ctx, await group(old)))
    for (const groupId of [closed, old]) {
      expect(await does(who.eve, (ctx) => joinableGroup(ctx, { groupId }))).toBeNull()
      expect((await browsed(who.eve)).map(({ id }) => id)).not.toContain(groupId)
    }
    const asking = does(who.eve, async (ctx) => joinGroup(ctx, await group(closed)))
    expect((await refused(asking)).code).toBe("forbidden")
  })

  test("shows groups to join, those asked at marked, none that one is in", async () => {
    const open = await newGroup(who.lin, [who.an], { joinRule: "open", name: "羽毛球" })
    const asked = await newGroup(who.lin, [], { joinRule: "request", name: "读书会" })
    await ask(who.eve, asked)
    const rows = await browsed(who.eve)
    expect(rows.find(({ id }) => id === open)).toMatchObject({ members: 2, asked: false })
    expect(rows.find(({ id }) => id === asked)).toMatchObject({ asked: true })
    expect((await browsed(who.an)).map(({ id }) => id)).not.toContain(open)
    const { rows: found } = await browseGroups(await actor(who.eve), { view: "open", q: "读书" })
    expect(found.map(({ name }) => name)).toEqual(["读书会"])
  })

  test("平台管理 sees that other groups exist, how many are in them and since when, and nothing said of them", async () => {
    const hidden = await newGroup(who.lin, [who.an], { name: "并购", about: "谈价钱" })
    const eve = await actor(who.eve)
    expect((await browsed(who.eve, "all")).map(({ id }) => id)).not.toContain(hidden)
    const platform = { ...eve, duties: new Set(["platform" as const]) }
    const { rows } = await browseGroups(platform, { view: "all" })
    expect(rows.find(({ id }) => id === hidden)).toMatchObject({
      ...{ name: "并购", about: "", members: 2, member: false },
    })
    const { rows: told } = await browseGroups(platform, { view: "all", q: "价钱" })
    expect(told).toEqual([])
  })
})
