import { randomBytes } from "node:crypto"
import { expect, test } from "./fixtures"
import { alter, cookieOf, look } from "./visitor"

test("a large file whose reader is signed out meanwhile is broken off, which is a line of the log and no error", async ({
  portal,
}) => {
  const cookie = await cookieOf(portal, "Q014")
  const [session] = look<{ id: number }>(portal, "select max(id) as id from sessions")
  const added = await fetch(`${portal.url}/files`, {
    method: "POST",
    headers: { cookie, origin: portal.url, "x-qibu-name": "model.bin" },
    body: randomBytes(32 * 1024 * 1024),
  })
  const { value } = await added.json()
  const before = portal.printed().length
  const answer = await fetch(`${portal.url}/files/${value.id}`, { headers: { cookie } })
  const reader = answer.body?.getReader()
  expect((await reader?.read())?.value?.byteLength).toBeGreaterThan(0)
  alter(portal, "update sessions set ended_at = ? where id = ?", Date.now(), session?.id)
  // Read piece by piece, as over a slow line: what is on its way is more than a second's.
  const nextPiece = async () => {
    const read = reader?.read() ?? Promise.reject(new Error("nothing came"))
    return read.then(
      ({ done }) => (done ? "whole" : "goes on"),
      () => "broken off",
    )
  }
  await expect.poll(nextPiece, { intervals: [20], timeout: 30_000 }).toBe("broken off")
  const lines = portal.printed().slice(before).split("\n").filter(Boolean)
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 30, file: value.id }),
  ])
})
