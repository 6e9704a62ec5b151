import { createServer, type RequestListener } from "node:http"
import { afterAll, expect, test } from "vitest"
import { portOf } from "@/tests/port"
import { answeringUnread } from "./reached"

const open: ReturnType<typeof createServer>[] = []
afterAll(() => {
  for (const server of open) server.close()
})

/** @returns the status of a POST to a server whose handler is `handle` */
async function posted(handle: RequestListener, headers: Record<string, string>): Promise<number> {
  const server = createServer((request, response) =>
    answeringUnread(request, response, () => handle(request, response)),
  )
  open.push(server)
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const address = `http://127.0.0.1:${portOf(server)}`
  const answer = await fetch(address, { method: "POST", headers, body: "x" })
  await answer.text()
  return answer.status
}

const action = { "next-action": "7f" }
const form = { "content-type": "multipart/form-data; boundary=x" }
const failing: RequestListener = (_, response) => {
  response.statusCode = 500
  response.end("broken")
}
const failingLater: RequestListener = async (request, response) => {
  await new Promise((done) => request.on("end", done).resume())
  const state = globalThis.__qibuReached?.getStore()
  if (state) state.reached = true
  failing(request, response)
}

test("a form or an action that couldn't be read is bad input, not a fault", async () => {
  expect(await posted(failing, action)).toBe(400)
  expect(await posted(failing, form)).toBe(400)
})

test("what breaks in our own code, or where no form was sent, stays a fault", async () => {
  expect(await posted(failingLater, action)).toBe(500)
  expect(await posted(failingLater, form)).toBe(500)
  expect(await posted(failing, { "content-type": "text/plain" })).toBe(500)
})
