import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { groupPlaces, readPositions } from "@/db/schema/messages"
import { drafts } from "@/db/schema/messages/drafts"
import { bundles } from "@/db/schema/notifications"
import { keepDraft } from "@/lib/messages/drafting"
import { visibleIds } from "@/lib/platform/access"
import { does, group, newGroup, refused, roleIn } from "@/tests/groups"
import { actor, aPerson } from "@/tests/people"
import { archiveGroup } from "./archiving"
import { editGroup } from "./editing"
import { addMembers } from "./joining"
import { leaveGroup, removeMember } from "./leaving"
import { pinGroup } from "./placing"
import { canChange, canManage, canPost, canSee } from "./policy"
import { setOnCall, setRole } from "./roles"

const who = { lin: 0, an: 0, ke: 0, eve: 0 }

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "an", "ke", "eve"] as const) who[name] = await aPerson(name)
})

const listed = async (personId: number): Promise<number[]> => {
  const query = visibleIds(await actor(personId), "group", { limit: 1000 })
  const rows = await engine().rows<{ record_id: number }>(db(), query)
  return rows.map((row) => Number(row.record_id))
}
const sees = async (personId: number, id: number) => canSee(await actor(personId), await group(id))

describe("a group is its members'", () => {
  test("who makes it runs it; who is brought in sees it and is told; nobody else knows of it", async () => {
    const id = await newGroup(who.lin, [who.an])
    expect(await roleIn(id, who.lin)).toBe("manager")
    expect(await roleIn(id, who.an)).toBe("member")
    for (const [name, may] of [
      ["lin", true],
      ["an", true],
      ["eve", false],
    ] as const) {
      expect(await sees(who[name], id), name).toBe(may)
      expect((await listed(who[name])).includes(id), name).toBe(may)
    }
    expect(canManage(await actor(who.lin), await group(id))).toBe(true)
    expect(canManage(await actor(who.an), await group(id))).toBe(false)
    const told = await db()
      .select({ personId: bundles.personId })
      .from(bundles)
      .where(and(eq(bundles.kind, "group"), eq(bundles.recordId, id)))
    expect(told).toEqual([{ personId: who.an }])
  })

  test("who is removed sees nothing of it any more: not in lists, not in the inbox, not where they stopped", async () => {
    const id = await newGroup(who.lin, [who.an, who.ke])
    await does(who.an, async (ctx) => pinGroup(ctx, await group(id), true))
    const unsent = { text: "写到一半", mentions: [] }
    for (const threadId of [null, 1])
      await does(who.an, (ctx) => keepDraft(ctx, { groupId: id, threadId }, unsent))
    await engine().write(({ db: tx }) =>
      tx.insert(readPositions).values({ personId: who.an, groupId: id, seq: 3 }),
    )
    await does(who.lin, async (ctx) => removeMember(ctx, await group(id), who.an))
    expect(await sees(who.an, id)).toBe(false)
    expect(await listed(who.an)).not.toContain(id)
    for (const table of [readPositions, groupPlaces, drafts])
      expect(await db().select().from(table).where(eq(table.groupId, id))).toEqual([])
    const about = and(eq(bundles.recordId, id), eq(bundles.personId, who.an))
    expect(await db().select().from(bundles).where(about)).toEqual([])
    const [left] = await db()
      .select()
      .from(events)
      .where(and(eq(events.type, "group.left"), eq(events.recordId, id)))
    expect(left?.data).toMatchObject({ personIds: [who.an], by: "removed" })
  })

  test("who is in already stays as they are when they are added again", async () => {
    const id = await newGroup(who.lin, [who.an])
    const again = [who.lin, who.an, who.ke]
    expect(await does(who.lin, async (ctx) => addMembers(ctx, await group(id), again))).toBe(1)
    expect(await roleIn(id, who.lin)).toBe("manager")
  })

  test("nobody is brought in who doesn't work here", async () => {
    const id = await newGroup(who.lin, [])
    const wrong = does(who.lin, async (ctx) => addMembers(ctx, await group(id), [987_654]))
    expect((await refused(wrong)).fields).toEqual({ members: "people.error.nobody" })
  })
})

describe("somebody runs a group as long as anybody is in it", () => {
  test("the last manager neither leaves nor steps down before another is named", async () => {
    const id = await newGroup(who.lin, [who.an])
    const last = { code: "conflict", sentence: "groups.error.lastManager" }
    expect(
      await refused(does(who.lin, async (ctx) => leaveGroup(ctx, await group(id)))),
    ).toMatchObject(last)
    const down = does(who.lin, async (ctx) => setRole(ctx, await group(id), who.lin, "member"))
    expect(await refused(down)).toMatchObject(last)
    await does(who.lin, async (ctx) => setRole(ctx, await group(id), who.an, "manager"))
    await does(who.lin, async (ctx) => leaveGroup(ctx, await group(id)))
    expect(await roleIn(id, who.lin)).toBeNull()
    expect(canManage(await actor(who.an), await group(id))).toBe(true)
  })

  test("of two managers who step down at the same moment one stays", async () => {
    const id = await newGroup(who.lin, [who.an, who.ke])
    await does(who.lin, async (ctx) => setRole(ctx, await group(id), who.an, "manager"))
    const down = (self: number) =>
      does(self, async (ctx) => setRole(ctx, await group(id), self, "member"))
    const both = await Promise.allSettled([down(who.lin), down(who.an)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
  })

  test("who is alone may leave", async () => {
    const id = await newGroup(who.lin, [])
    await does(who.lin, async (ctx) => leaveGroup(ctx, await group(id)))
    expect(await listed(who.lin)).not.toContain(id)
  })
})

describe("what its managers decide", () => {
  test("who is called when something is urgent", async () => {
    const id = await newGroup(who.lin, [who.an])
    await does(who.lin, async (ctx) => setOnCall(ctx, await group(id), who.an, true))
    const told = await db()
      .select()
      .from(events)
      .where(and(eq(events.type, "group.on_call"), eq(events.recordId, id)))
    expect(told.map(({ data }) => data)).toEqual([{ personIds: [who.an], onCall: true }])
  })

  test("of two who rename it at once one wins, and the other sees what stands there", async () => {
    const id = await newGroup(who.lin, [])
    const before = await group(id)
    const save = (name: string) =>
      does(who.lin, async (ctx) =>
        editGroup(ctx, await group(id), before.version, { name, about: "", joinRule: "open" }),
      )
    await save("春季版本")
    expect(await refused(save("夏季版本"))).toMatchObject({
      code: "conflict",
      current: { name: "春季版本", version: before.version + 1 },
    })
  })

  test("the log says that a name changed, not to what", async () => {
    const id = await newGroup(who.lin, [])
    const { version } = await group(id)
    await does(who.lin, async (ctx) =>
      editGroup(ctx, await group(id), version, {
        name: "裁员名单",
        about: "",
        joinRule: "invitation",
      }),
    )
    const said = await db().select().from(events).where(eq(events.recordId, id))
    expect(JSON.stringify(said.map(({ data }) => data))).not.toContain("裁员")
  })

  test("what is put away can be read, and nothing is added to it", async () => {
    const id = await newGroup(who.lin, [who.an])
    await does(who.lin, async (ctx) => archiveGroup(ctx, await group(id)))
    const [member, manager] = [await actor(who.an), await actor(who.lin)]
    expect(canSee(member, await group(id))).toBe(true)
    expect(canPost(member, await group(id))).toBe(false)
    expect(canChange(manager, await group(id))).toBe(false)
    expect(canManage(manager, await group(id))).toBe(true)
    const twice = does(who.lin, async (ctx) => archiveGroup(ctx, await group(id)))
    expect((await refused(twice)).sentence).toBe("groups.error.archived")
  })
})
