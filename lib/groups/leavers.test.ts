import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { disablePerson, enablePerson } from "@/lib/people/disabling"
import { writeAsSystem } from "@/lib/platform/write"
import { does, group, newGroup, roleIn } from "@/tests/groups"
import { actor, aPerson } from "@/tests/people"
import { archiveGroup } from "./archiving"
import { managedGroups } from "./handing-over"
import { memberCount, membersOf } from "./members"
import { ownGroupSheets } from "./own-data"
import { canManage, canSee } from "./policy"
import { setRole } from "./roles"

const who = { lin: 0, an: 0, ke: 0 }

beforeAll(async () => {
  await migrate()
  for (const name of ["lin", "an", "ke"] as const) who[name] = await aPerson(name)
})

const held = async (personId: number) =>
  (await managedGroups.held(db(), personId)).map(({ id }) => id)

test("what somebody runs alone has to go to somebody else; what others run too, or is put away, hasn't", async () => {
  const alone = await newGroup(who.lin, [who.an])
  const shared = await newGroup(who.lin, [who.an])
  await does(who.lin, async (ctx) => setRole(ctx, await group(shared), who.an, "manager"))
  const old = await newGroup(who.lin, [who.an])
  await does(who.lin, async (ctx) => archiveGroup(ctx, await group(old)))
  expect(await held(who.lin)).toEqual([alone])
  // Who has left runs nothing.
  await writeAsSystem("test", (ctx) => disablePerson(ctx, { id: who.an }))
  expect(await held(who.lin)).toEqual([alone, shared])
  await writeAsSystem("test", (ctx) => enablePerson(ctx, { id: who.an }))
})

test("who takes it over runs it, also when they weren't in it; who gave it up stays a member", async () => {
  const id = await newGroup(who.an, [who.lin])
  await writeAsSystem("test", (ctx) =>
    managedGroups.handOver(ctx, [id], { from: who.an, to: who.ke }),
  )
  expect(await roleIn(id, who.ke)).toBe("manager")
  expect(await roleIn(id, who.an)).toBe("member")
  expect(canManage(await actor(who.ke), await group(id))).toBe(true)
  expect(await held(who.an)).toEqual([])
})

test("who has left counts nowhere, and is in their groups again when they come back", async () => {
  const id = await newGroup(who.lin, [who.an])
  await writeAsSystem("test", (ctx) => disablePerson(ctx, { id: who.an }))
  expect(await memberCount(db(), id)).toBe(1)
  expect((await membersOf(db(), id)).map(({ personId }) => personId)).toEqual([who.lin])
  await writeAsSystem("test", (ctx) => enablePerson(ctx, { id: who.an }))
  expect(canSee(await actor(who.an), await group(id))).toBe(true)
})

test("one's own copy says which groups one belongs to, as what and since when", async () => {
  await newGroup(who.ke, [], { name: "交接" })
  const [sheet] = await ownGroupSheets(db(), await actor(who.ke))
  const row = sheet?.rows.at(-1)
  expect(row?.slice(0, 3)).toEqual(["交接", "项目组", "管理者"])
  expect(row?.at(-1)).toBeInstanceOf(Date)
})
