import { beforeAll, expect, test } from "vitest"
import { db } from "@/db/engine"
import { meetingsOfGroup } from "@/lib/meetings/group-meetings"
import { filesOf } from "@/lib/platform/files/attaching"
import { addFiles, commentWith, mostFiles, removeFile } from "@/lib/platform/files/attachments"
import { receiveFile } from "@/lib/platform/files/receiving"
import { serveFile } from "@/lib/platform/files/serving"
import { newGroup } from "@/tests/groups"
import { aDraft, at, doing, meet, published, who } from "@/tests/meetings"
import { beginWithWorld } from "@/tests/world"
import { createMatter } from "./creating"

const names = ["柯南星", "许诺", "周舟", "方圆", "罗盘"]

beforeAll(async () => {
  await beginWithWorld()
  await meet(...names)
})

const aMatter = () =>
  doing("柯南星", (ctx) =>
    createMatter(ctx, who("柯南星").departmentId, {
      ...{ description: "统一打印格式", goal: "", background: "", remark: "", work: "" },
      ...{ urgency: "medium", dueAt: null, groupId: null, sensitivityId: null },
      ownerId: who("柯南星").personId,
      parts: [
        { departmentId: who("周舟").departmentId, ownerId: who("周舟").personId, work: "改打印" },
      ],
    }),
  )

async function* bytes() {
  yield Buffer.from("格式对照表")
}
const sent = async (name: string) =>
  (await receiveFile(who(name), { name: `${name}.txt`, announced: null, body: bytes() })).id
const opens = async (name: string, file: number) =>
  (await serveFile(who(name), file, new Request(`http://portal/files/${file}`))).status === 200

test("files hang on a matter, alone or with what is said, for whoever sees it", async () => {
  const id = await aMatter()
  const [alone, said] = [await sent("周舟"), await sent("周舟")]
  await doing("周舟", (ctx) => addFiles(ctx, "matter", id, [alone]))
  await doing("周舟", (ctx) => commentWith(ctx, "matter", id, "对照表在附件里", [said]))
  expect(await filesOf("matter", id, db())).toHaveLength(2)
  expect([await opens("柯南星", said), await opens("罗盘", said)]).toEqual([true, false])
  // Whoever sent it may take it off, and whoever may edit the matter.
  const off = (all: boolean) => doing("柯南星", (ctx) => removeFile(ctx, "matter", id, alone, all))
  await expect(off(false)).rejects.toMatchObject({ code: "forbidden" })
  await off(true)
  await doing("周舟", (ctx) => removeFile(ctx, "matter", id, said, false))
  expect(await filesOf("matter", id, db())).toEqual([])
  const many = Array.from({ length: mostFiles + 1 }, (_, nth) => nth + 1)
  await expect(doing("周舟", (ctx) => addFiles(ctx, "matter", id, many))).rejects.toMatchObject({
    sentence: "errors.manyFiles",
  })
})

test("a matter's meetings are the published ones of its group, as far as the reader sees them", async () => {
  const members = ["许诺", "周舟", "方圆"].map((name) => who(name).personId)
  const groupId = await newGroup(who("柯南星").personId, members, { name: "打印格式" })
  // They belong to it from here on.
  await meet(...names)
  const draft = await aDraft({ groupId })
  const id = await published({ groupId })
  const of = async (name: string, since = at("09:00")) =>
    (await meetingsOfGroup(who(name), groupId, since, 6)).map((meeting) => meeting.id)
  expect(await of("周舟")).toEqual([id])
  expect(await of("柯南星")).not.toContain(draft)
  expect(await of("罗盘")).toEqual([])
  expect(await of("周舟", at("12:00"))).toEqual([])
})
