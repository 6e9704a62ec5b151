import { createServer, request } from "node:http"
import { afterAll, beforeAll, expect, test } from "vitest"
import { quickAnswers } from "@/lib/messages/quick-answers"
import { cookieAsked, headersAsked } from "./asked"
import { openQuickWay } from "./quick-way"
import { textOf } from "./request-body"

let base = ""
const server = createServer((asked, response) => {
  if (!globalThis.__qibuQuickWay?.(asked, response)) response.writeHead(200).end("a route")
})

beforeAll(async () => {
  const answers = {
    "/length": async (request: Request) => Response.json((await textOf(request, 100_000))?.length),
    "/who": async () =>
      Response.json([await cookieAsked("qibu.b"), (await headersAsked()).get("x-given")]),
    "/broken": () => Promise.reject(new Error("the test breaks it")),
  }
  openQuickWay((_, path) => Object.entries(answers).find(([known]) => known === path)?.[1])
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const address = server.address()
  if (typeof address === "object") base = `http://127.0.0.1:${address?.port}`
})

afterAll(() => {
  globalThis.__qibuQuickWay = undefined
  server.close()
})

test("each request that goes the quick way knows its own headers and cookies", async () => {
  const of = async (n: number) => {
    const headers = { cookie: `qibu.a=no; qibu.b=cookie${n}`, "x-given": `header${n}` }
    return (await fetch(`${base}/who`, { headers })).json()
  }
  const all = await Promise.all([1, 2, 3].map(of))
  expect(all).toEqual([1, 2, 3].map((n) => [`cookie${n}`, `header${n}`]))
  expect(await (await fetch(`${base}/who`)).json()).toEqual([null, null])
})

test("what is sent is read, and who sends more than is read gets an answer all the same", async () => {
  const send = (body: RequestInit["body"]) =>
    fetch(`${base}/length`, { method: "POST", body, duplex: "half" } as RequestInit)
  expect(await (await send("五个汉字呢")).json()).toBe(5)
  const endless = new ReadableStream({
    pull: (stream) => stream.enqueue(new Uint8Array(64 * 1024)),
  })
  // Whoever sends without end may be cut off; the next one is served.
  await send(endless).catch(() => undefined)
  expect(await (await send("x".repeat(50_000))).json()).toBe(50_000)
})

test("an answer that breaks is a 500, and what nobody answers here is left to the routes", async () => {
  expect((await fetch(`${base}/broken`)).status).toBe(500)
  expect(await (await fetch(`${base}/other`)).text()).toBe("a route")
})

test("what is no address breaks nothing", async () => {
  const status = await new Promise((done, fail) => {
    const { port } = new URL(base)
    request({ port, host: "127.0.0.1", path: "//[" }, (answer) => done(answer.statusCode))
      .on("error", fail)
      .end()
  })
  expect(status).toBe(200)
})

test("reading and writing messages go the quick way, with their own methods only", () => {
  expect(quickAnswers("GET", "/groups/data/unread")).toBeDefined()
  expect(quickAnswers("POST", "/groups/messages/send")).toBeDefined()
  for (const [method, path] of [
    ["POST", "/groups/data/unread"],
    ["GET", "/groups/messages/send"],
    ["GET", "/groups/data/nothing"],
    ["GET", "/groups/1"],
  ] as const)
    expect(quickAnswers(method, path), `${method} ${path}`).toBeUndefined()
})
