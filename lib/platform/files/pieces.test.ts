import { createHash, randomBytes } from "node:crypto"
import { readdirSync, utimesSync } from "node:fs"
import path from "node:path"
import { eq } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, engine, migrate } from "@/db/engine"
import { files, uploadPieces, uploads } from "@/db/schema/platform"
import { actor, aPerson } from "@/tests/people"
import { startS3Server } from "@/tests/s3-server"
import { aTask } from "@/tests/tasks"
import { env } from "../env"
import { emit } from "../events"
import { writeSetting } from "../settings"
import { write, writeAsSystem } from "../write"
import { attachFiles, dropFile } from "./attaching"
import { discardUpload, removeHalfUploads } from "./half-uploads"
import { finishUpload, headOf, wholeOf } from "./joining"
import { sweepFiles } from "./orphans"
import { pieceSize } from "./piece-size"
import { receivePiece } from "./receiving-pieces"
import { serveFile } from "./serving"
import { beginUpload } from "./uploads"

const who = { ann: 0, bob: 0 }
const day = 24 * 3_600_000

beforeAll(async () => {
  await migrate()
  for (const name of ["ann", "bob"] as const) who[name] = await aPerson(name)
})

const sha = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex")
async function* of(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}

/** The pieces of a file as its sender cuts it. */
const cut = (body: Buffer) =>
  Array.from({ length: Math.ceil(body.length / pieceSize) }, (_, at) =>
    body.subarray(at * pieceSize, (at + 1) * pieceSize),
  )

const begin = async (name: string, body: Buffer, personId = who.ann, modified = 1) => {
  const me = await actor(personId)
  const about = { name, size: body.length, modified, purpose: "meeting:7" }
  return write(me, (ctx) => beginUpload(Object.assign(ctx, { actor: me }), about))
}

const send = async (upload: number, number: number, bytes: Buffer, personId = who.ann) =>
  receivePiece(await actor(personId), { upload, number, sha256: sha(bytes), body: of(bytes) })

const finish = async (upload: number, body: Buffer, personId = who.ann) => {
  const [me, head] = [await actor(personId), await headOf(upload)]
  const sha256 = wholeOf(cut(body).map(sha))
  return write(me, (ctx) =>
    finishUpload(Object.assign(ctx, { actor: me }), { upload, sha256 }, head),
  )
}

const opened = async (id: number, headers: Record<string, string> = {}) =>
  serveFile(await actor(who.ann), id, new Request(`http://portal/files/${id}`, { headers }))

const lying = () =>
  readdirSync(path.join(env().data, "files"), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  )

/** Two whole pieces and a bit; it begins like a WebM. */
const film = () =>
  Buffer.concat([
    Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d", "hex"),
    randomBytes(2 * pieceSize + 1_000),
  ])

test("a file comes in pieces, in any order, and is read back as it was, also across their edges", async () => {
  const body = film()
  const { id } = await begin("周会.webm", body)
  const parts = cut(body)
  for (const number of [2, 0, 1]) await send(id, number, parts[number] ?? Buffer.alloc(0))
  const file = await finish(id, body)
  expect(file).toMatchObject({ name: "周会.webm", size: body.length, type: "video/webm" })

  const whole = await opened(file.id)
  expect(whole.headers.get("content-disposition")).toMatch(/^inline/)
  expect(Buffer.from(await whole.arrayBuffer()).equals(body)).toBe(true)
  for (const [first, last] of [
    [pieceSize - 3, pieceSize + 4],
    [pieceSize * 2 - 1, body.length - 1],
    [5, 9],
  ] as const) {
    const part = await opened(file.id, { range: `bytes=${first}-${last}` })
    expect(part.status).toBe(206)
    expect(part.headers.get("content-range")).toBe(`bytes ${first}-${last}/${body.length}`)
    expect(Buffer.from(await part.arrayBuffer()).equals(body.subarray(first, last + 1))).toBe(true)
  }
  expect((await opened(file.id, { range: `bytes=${body.length}-` })).status).toBe(416)
  const etag = whole.headers.get("etag") ?? ""
  const other = { range: "bytes=0-3", "if-range": '"other"' }
  expect((await opened(file.id, other)).status).toBe(200)
  expect((await opened(file.id, { ...other, "if-range": etag })).status).toBe(206)
})

test("what broke off goes on: the same file finds the pieces that are here", async () => {
  const body = film()
  const first = await begin("a.webm", body)
  expect(first.pieces).toEqual([])
  const [one = Buffer.alloc(0)] = cut(body)
  await send(first.id, 0, one)
  const again = await begin("a.webm", body)
  expect(again).toMatchObject({ id: first.id, pieces: [{ number: 0, sha256: sha(one) }] })
  // Another file of that name, and another person's, begin anew.
  expect((await begin("a.webm", body, who.ann, 2)).id).not.toBe(first.id)
  expect((await begin("a.webm", body, who.bob)).id).not.toBe(first.id)
})

test("a piece that was damaged on its way, is too short or too long isn't kept", async () => {
  const body = film()
  const { id } = await begin("b.webm", body)
  const [one = Buffer.alloc(0)] = cut(body)
  const count = lying().length
  const me = await actor(who.ann)
  for (const wrong of [
    { sha256: sha(Buffer.from("other")), body: of(one) },
    { sha256: null, body: of(one.subarray(1)) },
    { sha256: null, body: of(Buffer.concat([one, one])) },
  ])
    await expect(receivePiece(me, { upload: id, number: 0, ...wrong })).rejects.toMatchObject({
      sentence: "errors.fileCutOff",
    })
  await expect(send(id, 3, one)).rejects.toMatchObject({ code: "invalid" })
  expect(lying().length).toBe(count)
  expect(await db().$count(uploadPieces, eq(uploadPieces.uploadId, id))).toBe(0)
})

test("a piece sent twice lies there once, and another one under its number takes its place", async () => {
  const body = film()
  const { id } = await begin("c.webm", body)
  const [one = Buffer.alloc(0)] = cut(body)
  await send(id, 0, one)
  const count = lying().length
  await send(id, 0, one)
  expect(lying().length).toBe(count)
  await send(id, 0, randomBytes(pieceSize))
  expect(lying().length).toBe(count)
})

test("an upload is a file only when every piece is the sender's; finished twice, or often at once, it is one file", async () => {
  const body = film()
  const { id } = await begin("d.webm", body)
  const parts = cut(body)
  await send(id, 0, parts[0] ?? Buffer.alloc(0))
  await send(id, 1, parts[1] ?? Buffer.alloc(0))
  await expect(finish(id, body)).rejects.toMatchObject({ sentence: "errors.fileCutOff" })
  await send(id, 2, randomBytes(parts[2]?.length ?? 0))
  await expect(finish(id, body)).rejects.toMatchObject({ sentence: "errors.fileCutOff" })
  await send(id, 2, parts[2] ?? Buffer.alloc(0))
  const atOnce = await Promise.all(Array.from({ length: 6 }, () => finish(id, body)))
  const again = await finish(id, body)
  expect(atOnce).toEqual(atOnce.map(() => again))
  expect(await db().$count(files, eq(files.name, "d.webm"))).toBe(1)
  // What is finished takes nothing more.
  await expect(send(id, 0, randomBytes(pieceSize))).rejects.toMatchObject({ code: "not_found" })
})

test("nobody sends into another's upload, finishes it or gives it up", async () => {
  const body = film()
  const { id } = await begin("e.webm", body)
  const [one = Buffer.alloc(0)] = cut(body)
  await expect(send(id, 0, one, who.bob)).rejects.toMatchObject({ code: "not_found" })
  await expect(finish(id, body, who.bob)).rejects.toMatchObject({ code: "not_found" })
  const bob = await actor(who.bob)
  await expect(
    write(bob, (ctx) => discardUpload(Object.assign(ctx, { actor: bob }), { upload: id })),
  ).rejects.toMatchObject({ code: "not_found" })
})

test("what several people may leave half sent has an end", async () => {
  const me = await actor(await aPerson("dan"))
  const gigabytes = (size: number, name: string) =>
    write(me, (ctx) =>
      beginUpload(Object.assign(ctx, { actor: me }), {
        ...{ name, size: size * 1024 ** 3, modified: 1, purpose: "" },
      }),
    )
  await gigabytes(3, "1.webm")
  await gigabytes(3, "1.webm")
  await expect(gigabytes(3, "2.webm")).rejects.toMatchObject({ sentence: "errors.filesWaiting" })
  await expect(gigabytes(5, "3.webm")).rejects.toMatchObject({ sentence: "errors.fileTooLarge" })
})

test("a half upload that nobody goes on with is swept away a day later, with its pieces", async () => {
  const body = film()
  const { id } = await begin("f.webm", body)
  await send(id, 0, cut(body)[0] ?? Buffer.alloc(0))
  await removeHalfUploads(new Date(Date.now() - day))
  expect(await db().$count(uploads, eq(uploads.id, id))).toBe(1)
  const [piece] = await db().select().from(uploadPieces).where(eq(uploadPieces.uploadId, id))
  await sweepFiles(new Date(Date.now() + day + 60_000))
  expect(await db().$count(uploads, eq(uploads.id, id))).toBe(0)
  expect(lying().some(({ name }) => piece?.place.endsWith(name))).toBe(false)
})

test("an upload that was gone on with just before the sweep stays", async () => {
  const body = film()
  const { id } = await begin("i.webm", body)
  const old = new Date(Date.now() - 3 * day)
  await engine().write(({ db: tx }) =>
    Promise.resolve(tx.update(uploads).set({ touchedAt: old }).where(eq(uploads.id, id))),
  )
  expect((await begin("i.webm", body)).id).toBe(id)
  await removeHalfUploads(new Date(Date.now() - day))
  expect(await db().$count(uploads, eq(uploads.id, id))).toBe(1)
})

test("the pieces of a file that is used stay through every sweep, and go when the file does", async () => {
  const body = film()
  const { id } = await begin("g.webm", body)
  for (const [number, part] of cut(body).entries()) await send(id, number, part)
  const file = await finish(id, body)
  const me = await actor(who.ann)
  const task = await write(me, async (ctx) => {
    const own = Object.assign(ctx, { actor: me })
    const task = await aTask(own, who.bob)
    await attachFiles(own, "task", task, [file.id])
    return task
  })
  const later = new Date(Date.now() + 2 * day)
  const old = () => {
    for (const entry of lying())
      utimesSync(path.join(entry.parentPath, entry.name), new Date(0), new Date(0))
  }
  old()
  expect((await sweepFiles(later)).missing).toEqual([])
  expect(Buffer.from(await (await opened(file.id)).arrayBuffer()).equals(body)).toBe(true)

  const count = lying().length
  await write(me, (ctx) => dropFile(ctx, "task", task, file.id))
  expect((await sweepFiles(later)).half).toBe(1)
  expect(lying().length).toBe(count - 3)
})

test("pieces lie where new files lay when they came: some on the disk, some in a bucket", async () => {
  const server = await startS3Server()
  const body = film()
  const parts = cut(body)
  const { id } = await begin("h.webm", body)
  await send(id, 0, parts[0] ?? Buffer.alloc(0))
  await writeAsSystem("test", async (ctx) => {
    const { endpoint } = server
    const keys = { accessKey: "key", secretKey: "secret" }
    await writeSetting(ctx, "s3", { endpoint, bucket: "files", region: "", ...keys })
    emit(ctx, { type: "settings.changed", recordId: 0, data: { names: ["s3"] } })
  })
  await send(id, 1, parts[1] ?? Buffer.alloc(0))
  await send(id, 2, parts[2] ?? Buffer.alloc(0))
  expect(server.objects.size).toBe(2)
  const file = await finish(id, body)
  expect(Buffer.from(await (await opened(file.id)).arrayBuffer()).equals(body)).toBe(true)
  const over = await opened(file.id, { range: `bytes=${pieceSize - 2}-${pieceSize + 1}` })
  expect(Buffer.from(await over.arrayBuffer())).toEqual(body.subarray(pieceSize - 2, pieceSize + 2))
  await sweepFiles(new Date(Date.now() + 2 * day))
  expect(server.objects.size).toBe(0)
  await server.stop()
})
