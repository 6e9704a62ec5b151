import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { findGroup } from "@/lib/groups/group"
import { write } from "@/lib/platform/write"
import { as } from "@/tests/personas"
import { aFile } from "@/tests/talk"
import { beginWithWorld } from "@/tests/world"
import { withdrawMessage } from "./changing"
import { filesSaidIn } from "./files-said"
import { findMessage } from "./message"
import { plainly, sendMessage } from "./sending"

beforeAll(beginWithWorld)

test("a group's files are those of its messages, the newest first, by pages, without what was withdrawn", async () => {
  const actor = await as("陈晨")
  const [row] = await db().select().from(groups).where(eq(groups.name, "研发部"))
  const group = await findGroup(db(), row?.id ?? 0)
  if (!group) throw new Error("there is no such group")
  const before = (await filesSaidIn(group.id)).rows.length
  const say = async (...names: string[]) => {
    const fileIds = await Promise.all(names.map((name) => aFile(actor.personId, name)))
    return write(actor, (ctx) =>
      sendMessage(Object.assign(ctx, { actor }), group, { ...plainly("见附件"), fileIds }),
    )
  }
  for (let n = 0; n < 52; n += 1) await say(`第${n}份.txt`)
  await write(actor, (ctx) =>
    sendMessage(Object.assign(ctx, { actor }), group, plainly("没有附件")),
  )
  const two = await say("甲.txt", "乙.txt")
  const first = await filesSaidIn(group.id)
  expect(first.rows.slice(0, 3).map(({ name }) => name)).toEqual(["乙.txt", "甲.txt", "第51份.txt"])
  expect(first.rows).toHaveLength(51)
  const rest = await filesSaidIn(group.id, { before: first.earlier ?? 0 })
  const all = [...first.rows, ...rest.rows].map(({ id }) => id)
  expect(new Set(all).size).toBe(all.length)
  expect(all).toHaveLength(before + 54)
  const message = await findMessage(db(), two.id)
  if (!message) throw new Error("it was not sent")
  await write(actor, (ctx) => withdrawMessage(Object.assign(ctx, { actor }), message))
  expect((await filesSaidIn(group.id)).rows[0]?.name).toBe("第51份.txt")
})
