import { eq } from "drizzle-orm"
import sharp from "sharp"
import { beforeAll, expect, test } from "vitest"
import "@/lib/modules"
import { db, migrate } from "@/db/engine"
import { people } from "@/db/schema/people"
import { files } from "@/db/schema/platform"
import { seenFile, serveFile } from "@/lib/platform/files/serving"
import { newFilesStore } from "@/lib/platform/files/stores"
import { write } from "@/lib/platform/write"
import { actor, aPerson } from "../../tests/people"
import { removeFace, setFace, squareFace } from "./face"

let ann = 0
let bob = 0
beforeAll(async () => {
  await migrate()
  ann = await aPerson("ann")
  bob = await aPerson("bob")
})

/** A photograph as a phone takes it: wide, turned, with where and with what. */
const photograph = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "#8a4" } })
    .withExif({ IFD0: { Make: "Camera", Copyright: "somewhere" } })
    .jpeg()
    .toBuffer()

async function keep(id: number) {
  const store = await newFilesStore()
  const bytes = await squareFace(await photograph())
  const place = await store.put(
    (async function* () {
      yield bytes
    })(),
  )
  const person = await actor(id)
  return write(person, (ctx) =>
    setFace(Object.assign(ctx, { actor: person }), {
      place,
      size: bytes.byteLength,
      sha256: String(bytes.byteLength),
    }),
  )
}

const faceOf = async (id: number) => {
  const [row] = await db().select({ face: people.faceFileId }).from(people).where(eq(people.id, id))
  return row?.face ?? null
}

test("a picture is kept as a square of 256 with nothing about where it was taken", async () => {
  const kept = await sharp(await squareFace(await photograph())).metadata()
  expect(kept).toMatchObject({ format: "webp", width: 256, height: 256 })
  expect(kept.exif).toBeUndefined()
})

test("what isn't a picture is refused, whatever it calls itself", async () => {
  const refused = { sentence: "people.face.unreadable" }
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")
  await expect(squareFace(svg)).rejects.toMatchObject(refused)
  const cut = (await photograph()).subarray(0, 200)
  await expect(squareFace(cut)).rejects.toMatchObject(refused)
  await expect(squareFace(new Uint8Array())).rejects.toMatchObject(refused)
})

test("colleagues see the picture, and browsers keep it under its number", async () => {
  await keep(ann)
  const id = (await faceOf(ann)) ?? 0
  const response = await serveFile(await actor(bob), id, new Request("http://x/files/1"))
  expect(response.status).toBe(200)
  expect(response.headers.get("content-type")).toBe("image/webp")
  expect(response.headers.get("cache-control")).toBe("private, max-age=86400")
  await response.body?.cancel()
})

test("a new picture has a new number and the old one is gone, and so it is when removed", async () => {
  const before = (await faceOf(ann)) ?? 0
  const place = await keep(ann)
  expect(place).not.toBeNull()
  expect(await faceOf(ann)).not.toBe(before)
  expect(await seenFile(await actor(bob), before)).toBeNull()
  const person = await actor(ann)
  await write(person, (ctx) => removeFace(Object.assign(ctx, { actor: person })))
  expect(await faceOf(ann)).toBeNull()
  expect(await db().select().from(files).where(eq(files.kind, "person"))).toEqual([])
})
