import { and, desc, eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { insertMany } from "@/db/bulk"
import { db, engine, migrate } from "@/db/engine"
import { files } from "@/db/schema/platform"
import { comment } from "@/lib/platform/comments"
import { filesOf } from "@/lib/platform/files/attaching"
import { mostFiles } from "@/lib/platform/files/attachments"
import { receiveFile } from "@/lib/platform/files/receiving"
import { serveFile } from "@/lib/platform/files/serving"
import { actor, aPerson } from "@/tests/people"
import { acting } from "@/tests/talk"
import { aTask } from "@/tests/tasks"
import { addFiles, commentOn, removeFile } from "./attaching"
import { createTask } from "./creating"
import { seenTask, type Task } from "./task"

const who = { zhou: 0, chen: 0, nuo: 0, eve: 0 }
beforeAll(async () => {
  await migrate()
  for (const name of ["zhou", "chen", "nuo", "eve"] as const) who[name] = await aPerson(name)
})

async function* bytes() {
  yield Buffer.from("三档并发的结论")
}
const upload = async (by: number) =>
  (await receiveFile(await actor(by), { name: "结论.txt", announced: null, body: bytes() })).id
const open = async (by: number, file: number) =>
  (await serveFile(await actor(by), file, new Request(`http://portal/files/${file}`))).status
const on = <T>(
  by: number,
  id: number,
  does: (ctx: Parameters<typeof addFiles>[0], task: Task) => Promise<T>,
) =>
  acting(by, async (ctx) => {
    const task = await seenTask(ctx, { id })
    if (!task) throw new Error("not seen")
    return does(ctx, task)
  })
const names = async (id: number) => (await filesOf("task", id, db())).map(({ name }) => name)

test("whoever sees the task opens its files, and nobody else", async () => {
  const id = await acting(who.zhou, (ctx) => aTask(ctx, who.chen))
  const file = await upload(who.chen)
  await on(who.chen, id, (ctx, task) => addFiles(ctx, task, [file]))
  expect(await names(id)).toEqual(["结论.txt"])
  expect([await open(who.zhou, file), await open(who.eve, file)]).toEqual([200, 404])
})

test("a comment's files hang on its task", async () => {
  const id = await acting(who.zhou, (ctx) => aTask(ctx, who.chen))
  const file = await upload(who.chen)
  await on(who.chen, id, (ctx) => comment(ctx, "task", id, "结论在附件里", [file]))
  expect(await open(who.zhou, file)).toBe(200)
  const foreign = await upload(who.eve)
  await expect(
    on(who.chen, id, (ctx) => comment(ctx, "task", id, "别人的", [foreign])),
  ).rejects.toMatchObject({ code: "not_found" })
})

test("a file is taken off by who sent it or may edit the task, and is gone for everybody", async () => {
  const id = await acting(who.zhou, (ctx) =>
    createTask(ctx, {
      ...{ name: "压测", description: "", risk: "", priority: "medium", dueAt: null },
      ...{ ownerId: who.zhou, coworkerIds: [who.chen, who.nuo], startAt: null },
      ...{ departmentId: null, sensitivityId: null },
    }),
  )
  const [mine, other] = [await upload(who.chen), await upload(who.chen)]
  await on(who.chen, id, (ctx, task) => addFiles(ctx, task, [mine, other]))
  await expect(on(who.nuo, id, (ctx, task) => removeFile(ctx, task, mine))).rejects.toMatchObject({
    code: "forbidden",
  })
  await on(who.chen, id, (ctx, task) => removeFile(ctx, task, mine))
  await on(who.zhou, id, (ctx, task) => removeFile(ctx, task, other))
  expect(await names(id)).toEqual([])
  expect([await open(who.zhou, mine), await open(who.chen, other)]).toEqual([404, 404])
  await expect(on(who.zhou, id, (ctx, task) => removeFile(ctx, task, mine))).rejects.toMatchObject({
    code: "not_found",
  })
})

test("a task holds so many files and no more, however they come, and each can be taken off", async () => {
  const id = await acting(who.zhou, (ctx) => aTask(ctx, who.chen))
  const one = await upload(who.chen)
  const many = (count: number, recordId: number) =>
    engine().write(({ db: tx }) =>
      insertMany(
        tx,
        files,
        Array.from({ length: count }, (_, nth) => ({
          ...{
            place: `${recordId} ${nth} ${count}`,
            name: "旧的.txt",
            type: "text/plain",
            size: 1,
          },
          ...{ sha256: "", ownerId: who.chen, kind: "task", recordId, createdAt: new Date() },
        })),
      ),
    )
  await many(mostFiles, id)
  for (const say of [
    (ctx: Parameters<typeof addFiles>[0], task: Task) => addFiles(ctx, task, [one]),
    (ctx: Parameters<typeof addFiles>[0], task: Task) => commentOn(ctx, task, "附件", [one]),
  ])
    await expect(on<unknown>(who.chen, id, say)).rejects.toMatchObject({
      sentence: "errors.manyFiles",
    })
  await on(who.chen, id, (ctx, task) => commentOn(ctx, task, "没有附件", []))
  // As many as came with comments while those weren't counted.
  await many(150, id)
  const [last] = await db()
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.kind, "task"), eq(files.recordId, id)))
    .orderBy(desc(files.id))
    .limit(1)
  await on(who.chen, id, (ctx, task) => removeFile(ctx, task, last?.id ?? 0))
})
