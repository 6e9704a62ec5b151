import { createServer, get, type ServerResponse } from "node:http"
import { expect, test } from "vitest"
import { stopServer } from "@/scripts/stopping.mjs"

test("a server with open streams stops once the portal closes them, and only then the database", async () => {
  const streams: ServerResponse[] = []
  const order: string[] = []
  const server = await serving((answer) => {
    streams.push(answer)
    answer.write("data: here\n\n")
  })
  const streamed = await open(server, 20)
  const inTime = await stopServer(server, async ({ drained }) => {
    for (const stream of streams) stream.end()
    await drained
    order.push("database closed")
  })
  expect(inTime).toBe(true)
  await streamed.texts()
  expect(order).toEqual(["database closed"])
  expect(server.listening).toBe(false)
})

test("an answer that is being written is finished", async () => {
  const slow: ServerResponse[] = []
  const server = await serving((answer) => {
    slow.push(answer)
    answer.write("first half, ")
  })
  const streamed = await open(server, 1)
  const stopping = stopServer(server, () => {
    for (const answer of slow) answer.end("second half")
  })
  expect(await streamed.texts()).toEqual(["first half, second half"])
  expect(await stopping).toBe(true)
})

test.concurrent("streams that nobody closes are cut, and the server still stops in time", async ({
  expect,
}) => {
  const server = await serving((answer) => answer.write("data: here\n\n"))
  const streamed = await open(server, 5)
  expect(await stopServer(server)).toBe(true)
  expect(await streamed.texts()).toHaveLength(5)
})

test.concurrent("work that never ends is reported as late, within five seconds", async ({
  expect,
}) => {
  const server = await serving((answer) => answer.end())
  const before = performance.now()
  expect(await stopServer(server, () => new Promise(() => {}))).toBe(false)
  expect(performance.now() - before).toBeLessThan(5_000)
})

async function serving(answer: (answer: ServerResponse) => void) {
  const server = createServer((_, response) => answer(response))
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  return server
}

/** Opens streams and waits for their first bytes; texts() is what each received in the end. */
async function open(server: Awaited<ReturnType<typeof serving>>, count: number) {
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("no port")
  const received: Promise<string>[] = []
  for (let i = 0; i < count; i++) {
    await new Promise<void>((begun, fail) => {
      const call = get({ port: address.port, host: "127.0.0.1" }, (answer) => {
        let text = ""
        answer.setEncoding("utf8").on("data", (chunk) => {
          text += chunk
          begun()
        })
        received.push(
          new Promise((done) => answer.on("close", () => done(text)).on("error", () => {})),
        )
      })
      call.on("error", fail)
    })
  }
  return { texts: () => Promise.all(received) }
}
