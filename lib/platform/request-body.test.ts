import { expect, test } from "vitest"
import { textOf } from "./request-body"

/** A body of so many pieces of 1,000 bytes. @returns it, and how many were taken */
function sending(pieces: number, headers: Record<string, string> = {}) {
  let taken = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken === pieces) return controller.close()
        taken += 1
        controller.enqueue(new Uint8Array(1_000).fill(65))
      },
    },
    { highWaterMark: 0 },
  )
  const init = { method: "POST", body, headers, duplex: "half" }
  return { request: new Request("http://portal.example/", init), taken: () => taken }
}

test("a body within its length is read whole", async () => {
  expect(await textOf(sending(3).request, 3_000)).toBe("A".repeat(3_000))
  expect(await textOf(new Request("http://portal.example/"), 10)).toBe("")
})

test("who sends more than fits isn't listened to any longer", async () => {
  const endless = sending(1_000_000)
  expect(await textOf(endless.request, 5_000)).toBe(null)
  expect(endless.taken()).toBeLessThan(10)
})

test("who announces more than fits isn't listened to at all", async () => {
  const announced = sending(1_000, { "content-length": "1000000" })
  expect(await textOf(announced.request, 5_000)).toBe(null)
  expect(announced.taken()).toBe(0)
})
