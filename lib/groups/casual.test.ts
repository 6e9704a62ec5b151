import { eq } from "drizzle-orm"
import { beforeAll, describe, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { groupMembers, groups } from "@/db/schema/groups"
import { disablePerson, enablePerson } from "@/lib/people/disabling"
import { setUp } from "@/lib/people/setting-up"
import { hire } from "@/lib/people/test-people"
import { settings } from "@/lib/platform/settings"
import { writeAsSystem } from "@/lib/platform/write"
import { does, group, roleIn } from "@/tests/groups"
import { ensureCasual } from "./casual"
import { leaveGroup } from "./leaving"

beforeAll(() => migrate())

const all = () => db().select().from(groups).where(eq(groups.kind, "casual"))
const first = async () => {
  const [row] = await all()
  if (!row) throw new Error("there is none")
  return row
}
const inside = async () => {
  const rows = await db()
    .select({ id: groupMembers.personId })
    .from(groupMembers)
    .where(eq(groupMembers.groupId, (await first()).id))
  return rows.map(({ id }) => id)
}
const password = "long-enough-7-words"

describe("the company's 闲聊群", () => {
  test("isn't there before anybody is", async () => {
    await ensureCasual()
    expect(await all()).toEqual([])
  })

  test("is made with the first administrator, who runs it, in the company's language", async () => {
    const { workWeek } = await settings()
    await writeAsSystem("setup", (ctx) =>
      setUp(
        ctx,
        {
          company: { name: "Qimu", timeZone: "Asia/Shanghai", locale: "en" },
          administrator: {
            ...{ name: "Lin Mo", staffNo: "Q001", email: "lin@qimu.example", phone: "" },
            ...{ post: "", birthday: "", passwordHash: "x" },
          },
          workWeek,
          department: "Office",
        },
        null,
      ),
    )
    expect(await first()).toMatchObject({ name: "Casual chat", joinRule: "open" })
    const [administrator = 0] = await inside()
    expect(await roleIn((await first()).id, administrator)).toBe("manager")
  })

  test("has newcomers from their first day", async () => {
    const id = await hire("Q010", password)
    expect(await inside()).toContain(id)
  })

  test("who left stays out, whatever happens to them", async () => {
    const id = await hire("Q011", password)
    await does(id, async (ctx) => leaveGroup(ctx, await group((await first()).id)))
    await writeAsSystem("test", (ctx) => disablePerson(ctx, { id }))
    await writeAsSystem("test", (ctx) => enablePerson(ctx, { id }))
    await hire("Q012", password)
    await ensureCasual()
    expect(await inside()).not.toContain(id)
  })

  test("is made once, also by several processes that start at the same moment", async () => {
    await Promise.all(Array.from({ length: 8 }, () => ensureCasual()))
    expect(await all()).toHaveLength(1)
  })
})

test("a company that was here before groups gets it with everybody in it", async () => {
  await writeAsSystem("test", async (ctx) => {
    await ctx.tx.delete(groups)
    ctx.said.push({ type: "settings.changed", recordId: 0, data: { names: [] } })
  })
  await Promise.all(Array.from({ length: 8 }, () => ensureCasual()))
  expect(await all()).toHaveLength(1)
  expect(await inside()).toHaveLength(4)
})
