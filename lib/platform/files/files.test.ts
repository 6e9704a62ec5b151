import { randomBytes } from "node:crypto"
import { readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import path from "node:path"
import { eq } from "drizzle-orm"
import { beforeAll, expect, onTestFinished, test, vi } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { events } from "@/db/schema/events"
import { files } from "@/db/schema/platform"
import { tasks } from "@/db/schema/tasks"
import { actor, aPerson } from "@/tests/people"
import { aTask } from "@/tests/tasks"
import { env } from "../env"
import { write } from "../write"
import { attachFiles, filesOf } from "./attaching"
import { sweepFiles } from "./orphans"
import { receiveFile } from "./receiving"
import { serveFile } from "./serving"
import { mostWaiting } from "./unattached"

const who = { ann: 0, bob: 0, eve: 0 }
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")
const tomorrow = () => new Date(Date.now() + 25 * 3_600_000)

beforeAll(async () => {
  await migrate()
  for (const name of ["ann", "bob", "eve"] as const) who[name] = await aPerson(name)
})

async function* of(...chunks: Buffer[]): AsyncIterable<Uint8Array> {
  yield* chunks
}

async function upload(personId: number, name: string, body: Buffer) {
  return receiveFile(await actor(personId), { name, announced: body.byteLength, body: of(body) })
}

async function open(
  personId: number,
  id: number,
  headers: Record<string, string> = {},
  method = "GET",
) {
  return serveFile(
    await actor(personId),
    id,
    new Request(`http://portal/files/${id}`, { method, headers }),
  )
}

/** Ann gives Bob a task with a file on it. */
async function onTask(fileId: number): Promise<number> {
  const ann = await actor(who.ann)
  return write(ann, async (ctx) => {
    const mine = Object.assign(ctx, { actor: ann })
    const task = await aTask(mine, who.bob)
    await attachFiles(mine, "task", task, [fileId])
    return task
  })
}

const pieces = () =>
  readdirSync(path.join(env().data, "files"), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  )
const rows = () => db().select().from(files)

test("a large file goes no further once its reader may no longer see it, and never seems whole", async () => {
  vi.useFakeTimers({ toFake: ["performance"] })
  onTestFinished(() => void vi.useRealTimers())
  const body = randomBytes(8 * 1024 * 1024)
  const file = await upload(who.ann, "仓库模型.bin", body)
  const task = await onTask(file.id)
  const [seen, lost] = [await open(who.ann, file.id), await open(who.bob, file.id)]
  const reader = lost.body?.getReader()
  expect((await reader?.read())?.value?.byteLength).toBeGreaterThan(0)
  await engine().write(({ db: tx }) =>
    tx.update(tasks).set({ ownerId: who.ann }).where(eq(tasks.id, task)),
  )
  vi.advanceTimersByTime(1_000)
  const rest = async () => {
    while (!(await reader?.read())?.done);
  }
  // What breaks off by this name the framework doesn't take for a failure.
  await expect(rest()).rejects.toMatchObject({ name: "AbortError" })
  expect(Buffer.from(await seen.arrayBuffer()).equals(body)).toBe(true)
})

test("a file comes back as it was sent, and the audit log knows of it", async () => {
  const body = randomBytes(300_000)
  const file = await upload(who.ann, "数据.bin", body)
  const answer = await open(who.ann, file.id)
  expect(answer.status).toBe(200)
  expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true)
  expect(answer.headers.get("x-qibu-size")).toBe("300000")
  const said = await db().select().from(events).where(eq(events.type, "file.added"))
  expect(said.at(-1)).toMatchObject({ recordId: file.id, actorId: who.ann })
})

test("only its sender opens a file that hangs nowhere; to others it isn't there", async () => {
  const file = await upload(who.ann, "a.txt", Buffer.from("你好"))
  expect((await open(who.ann, file.id)).status).toBe(200)
  const hidden = await open(who.eve, file.id)
  const absent = await open(who.eve, 999_999)
  expect([hidden.status, absent.status]).toEqual([404, 404])
  expect([...hidden.headers]).toEqual([...absent.headers])
})

test("an attached file opens for whoever sees the record, as long as they see it", async () => {
  const file = await upload(who.ann, "a.txt", Buffer.from("你好"))
  const task = await onTask(file.id)
  expect((await filesOf("task", task)).map((one) => one.id)).toEqual([file.id])
  expect((await open(who.bob, file.id)).status).toBe(200)
  expect((await open(who.eve, file.id)).status).toBe(404)
  await engine().write((tx) =>
    Promise.resolve(tx.db.update(tasks).set({ ownerId: who.eve }).where(eq(tasks.id, task))),
  )
  expect((await open(who.bob, file.id)).status).toBe(404)
  expect((await open(who.eve, file.id)).status).toBe(200)
})

test("nobody attaches another's file, or one that hangs elsewhere", async () => {
  const bobs = await upload(who.bob, "b.txt", Buffer.from("b"))
  await expect(onTask(bobs.id)).rejects.toMatchObject({ code: "not_found" })
  const anns = await upload(who.ann, "a.txt", Buffer.from("a"))
  await onTask(anns.id)
  await expect(onTask(anns.id)).rejects.toMatchObject({ code: "not_found" })
})

test("pictures open in the browser; pages, drawings and what only claims to be a picture never do", async () => {
  const shown = async (name: string, body: Buffer) => {
    const file = await upload(who.ann, name, body)
    const { headers } = await open(who.ann, file.id)
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("content-security-policy")).toContain("sandbox")
    return [headers.get("content-type"), headers.get("content-disposition")?.split(";")[0]]
  }
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  expect(await shown("图.png", png)).toEqual(["image/png", "inline"])
  expect(await shown("a.svg", svg)).toEqual(["application/octet-stream", "attachment"])
  expect(await shown("a.png", svg)).toEqual(["application/octet-stream", "attachment"])
  expect(await shown("a.html", Buffer.from("<h1>hi"))).toEqual([
    "application/octet-stream",
    "attachment",
  ])
  expect(await shown("a.txt", Buffer.from("<h1>hi"))).toEqual([
    "text/plain; charset=utf-8",
    "inline",
  ])
  expect(await shown("a.txt", Buffer.from([0xff, 0x00, 0x01]))).toEqual([
    "application/octet-stream",
    "attachment",
  ])
  expect(await shown("a.pdf", Buffer.from("%PDF-1.7\n"))).toEqual(["application/pdf", "inline"])
})

test("a part of a file can be asked for, and nothing outside it", async () => {
  const file = await upload(who.ann, "a.txt", Buffer.from("0123456789"))
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await open(who.ann, file.id, { range, ...more })
    return [answer.status, answer.headers.get("content-range"), await answer.text()]
  }
  expect(await part("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"])
  expect(await part("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"])
  expect(await part("bytes=-3")).toEqual([206, "bytes 7-9/10", "789"])
  expect(await part("bytes=5-99")).toEqual([206, "bytes 5-9/10", "56789"])
  expect(await part("bytes=10-")).toEqual([416, "bytes */10", ""])
  expect(await part("bytes=0-1,4-5")).toEqual([200, null, "0123456789"])
  expect(await part("bytes=2-4", { "if-range": '"of another version"' })).toEqual([
    200,
    null,
    "0123456789",
  ])
})

test("HEAD tells without sending, and a known version isn't sent again", async () => {
  const file = await upload(who.ann, "a.txt", Buffer.from("0123456789"))
  const head = await open(who.ann, file.id, {}, "HEAD")
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([
    200,
    "10",
    "",
  ])
  const again = await open(who.ann, file.id, { "if-none-match": head.headers.get("etag") ?? "" })
  expect([again.status, await again.text()]).toEqual([304, ""])
  expect(
    (await open(who.eve, file.id, { "if-none-match": head.headers.get("etag") ?? "" })).status,
  ).toBe(404)
})

test("an upload that breaks off leaves nothing", async () => {
  const before = { pieces: pieces().length, rows: (await rows()).length }
  async function* breaking(): AsyncIterable<Uint8Array> {
    yield randomBytes(100_000)
    throw new Error("connection lost")
  }
  await expect(
    receiveFile(await actor(who.ann), { name: "a", announced: null, body: breaking() }),
  ).rejects.toThrow("connection lost")
  expect({ pieces: pieces().length, rows: (await rows()).length }).toEqual(before)
})

test("a file shorter or longer than announced is refused", async () => {
  const before = { pieces: pieces().length, rows: (await rows()).length }
  for (const announced of [9, 11])
    await expect(
      receiveFile(await actor(who.ann), {
        name: "a",
        announced,
        body: of(Buffer.from("0123456789")),
      }),
    ).rejects.toMatchObject({ code: "invalid", sentence: "errors.fileCutOff" })
  expect({ pieces: pieces().length, rows: (await rows()).length }).toEqual(before)
})

test("a file over the limit is refused while it comes, whatever was announced", async () => {
  let read = 0
  async function* endless(): AsyncIterable<Uint8Array> {
    for (; ; read++) yield Buffer.alloc(1000)
  }
  const send = (announced: number | null) => async () =>
    receiveFile(await actor(who.ann), { name: "a", announced, body: endless() }, undefined, 10_000)
  await expect(send(null)()).rejects.toMatchObject({ sentence: "errors.fileTooLarge" })
  expect(read).toBeLessThanOrEqual(10)
  read = 0
  await expect(send(1_000_000)()).rejects.toMatchObject({ sentence: "errors.fileTooLarge" })
  expect(read).toBe(0)
})

test("what a killed process left behind is cleared away after a day, and lost bytes are reported", async () => {
  const kept = await upload(who.ann, "kept.txt", Buffer.from("kept"))
  const lost = await upload(who.ann, "lost.txt", Buffer.from("lost"))
  for (const { id } of [kept, lost]) await onTask(id)
  const [row] = await db().select().from(files).where(eq(files.id, lost.id))
  // Killed between the bytes and the row: the piece is there, nobody knows of it.
  const piece = path.join(env().data, "files", row?.place ?? "")
  await engine().write((tx) =>
    Promise.resolve(tx.db.update(files).set({ place: "gone" }).where(eq(files.id, lost.id))),
  )
  expect(await sweepFiles()).toEqual({ unattached: 0, half: 0, removed: 0, missing: [] })
  await engine().write((tx) =>
    Promise.resolve(
      tx.db
        .update(files)
        .set({ place: `00/00/${"0".repeat(40)}` })
        .where(eq(files.id, lost.id)),
    ),
  )
  expect(await sweepFiles(tomorrow())).toMatchObject({ removed: 1, missing: [lost.id] })
  expect(pieces().some((entry) => piece.endsWith(entry.name))).toBe(false)
  expect((await open(who.ann, lost.id)).status).toBe(404)
  expect(await (await open(who.ann, kept.id)).text()).toBe("kept")
})

test("what was sent and never attached is gone after a day, row and bytes", async () => {
  await sweepFiles(tomorrow())
  const before = pieces().length
  const unused = await upload(who.ann, "unused.txt", Buffer.from("unused"))
  const used = await upload(who.ann, "used.txt", Buffer.from("used"))
  await onTask(used.id)
  expect(await sweepFiles()).toMatchObject({ unattached: 0 })
  expect(await (await open(who.ann, unused.id)).text()).toBe("unused")
  expect(await sweepFiles(tomorrow())).toMatchObject({ unattached: 1, removed: 0 })
  expect((await open(who.ann, unused.id)).status).toBe(404)
  expect(await (await open(who.ann, used.id)).text()).toBe("used")
  expect(pieces()).toHaveLength(before + 1)
  const said = await db().select().from(events).where(eq(events.type, "file.removed"))
  expect(said.at(-1)).toMatchObject({ recordId: unused.id, data: { size: 6 } })
})

test("who has too much that hangs nowhere sends no more until it is attached", async () => {
  const body = Buffer.from("0123456789")
  const first = await upload(who.eve, "first.bin", body)
  const sized = (size: number) =>
    engine().write((tx) =>
      Promise.resolve(tx.db.update(files).set({ size }).where(eq(files.id, first.id))),
    )
  await sized(mostWaiting.bytes - 5)
  const kept = pieces().length
  let read = 0
  async function* counted(): AsyncIterable<Uint8Array> {
    read++
    yield body
  }
  const send = async (announced: number | null) =>
    receiveFile(await actor(who.eve), { name: "more.bin", announced, body: counted() })
  const full = { code: "invalid", sentence: "errors.filesWaiting" }
  await expect(send(10)).rejects.toMatchObject(full)
  expect(read).toBe(0)
  await expect(send(null)).rejects.toMatchObject(full)
  expect(pieces()).toHaveLength(kept)
  expect(await upload(who.bob, "his.bin", body)).toMatchObject({ size: 10 })

  const eve = await actor(who.eve)
  await write(eve, async (ctx) => {
    const hers = Object.assign(ctx, { actor: eve })
    await attachFiles(hers, "task", await aTask(hers, who.eve), [first.id])
  })
  expect(await send(10)).toMatchObject({ size: 10 })
})

test("the sweeper touches only what it named itself", async () => {
  const folder = path.join(env().data, "files")
  const foreign = path.join(folder, "notes.txt")
  writeFileSync(foreign, "mine")
  utimesSync(foreign, new Date(0), new Date(0))
  await sweepFiles(tomorrow())
  expect(readdirSync(folder)).toContain("notes.txt")
  rmSync(foreign)
})
