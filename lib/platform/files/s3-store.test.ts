import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { startS3Server } from "@/tests/s3-server"
import { s3Store } from "./s3-store"
import { Missing, type Store } from "./store"

let server: Awaited<ReturnType<typeof startS3Server>>
let store: Store

beforeAll(async () => {
  server = await startS3Server()
  store = s3Store({
    endpoint: server.endpoint,
    bucket: "files",
    region: "",
    accessKey: "key",
    secretKey: "secret",
  })
})
beforeEach(() => server.objects.clear())
afterAll(() => server.stop())

async function* inPieces(body: Buffer): AsyncIterable<Uint8Array> {
  for (let at = 0; at < body.length; at += 100_000) yield body.subarray(at, at + 100_000)
}

const bytesOf = async (place: string, range?: { first: number; last: number }) =>
  Buffer.from(await new Response(await store.get(place, range)).arrayBuffer())

test("a file comes back whole and in parts", async () => {
  const body = randomBytes(250_000)
  const place = await store.put(inPieces(body))
  expect((await bytesOf(place)).equals(body)).toBe(true)
  expect((await bytesOf(place, { first: 10, last: 19 })).equals(body.subarray(10, 20))).toBe(true)
})

test("a file larger than a part travels in parts", async () => {
  const body = randomBytes(20 * 1024 * 1024)
  const place = await store.put(inPieces(body))
  expect((await bytesOf(place)).equals(body)).toBe(true)
  expect(server.uploads.size).toBe(0)
})

test("an upload that breaks off leaves neither object nor parts", async () => {
  async function* breaking() {
    yield* inPieces(randomBytes(10 * 1024 * 1024))
    throw new Error("connection lost")
  }
  await expect(store.put(breaking())).rejects.toThrow("connection lost")
  expect(server.objects.size).toBe(0)
  expect(server.uploads.size).toBe(0)
})

test("what isn't there is missing, and removing it is no error", async () => {
  const place = await store.put(inPieces(Buffer.from("a")))
  expect(await store.has(place)).toBe(true)
  await store.remove(place)
  await store.remove(place)
  expect(await store.has(place)).toBe(false)
  expect(await store.has("../etc")).toBe(false)
  await expect(store.get(place)).rejects.toThrow(Missing)
})

test("the list names our pieces and nothing else in the bucket", async () => {
  const place = await store.put(inPieces(Buffer.from("a")))
  server.objects.set("/files/holiday.jpg", { body: Buffer.from("b"), at: new Date() })
  server.objects.set("/files/qibu/notes.txt", { body: Buffer.from("c"), at: new Date() })
  const found: string[] = []
  for await (const piece of store.list()) found.push(piece.place)
  expect(found).toEqual([place])
})
