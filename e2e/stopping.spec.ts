import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect, test } from "@playwright/test"
import { type Heard, hearStream } from "../tests/sse"
import { startPortal } from "./portal"
import { publishedActions, rawPost } from "./raw-post"
import { cookieOf, look } from "./visitor"

const folder = mkdtempSync(path.join(tmpdir(), "qibu-e2e-"))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = async (url: string, cookie: string): Promise<Heard> =>
  hearStream((await fetch(`${url}/events`, { headers: { cookie } })).body)

test("with two hundred open pages the portal stops in time, and everything is on the disk", async () => {
  const portal = await startPortal({ data: folder })
  const cookie = await cookieOf(portal, "Q011")
  const pages = await Promise.all(Array.from({ length: 200 }, () => open(portal.url, cookie)))
  await expect.poll(() => pages.filter(({ events }) => events.length > 0).length).toBe(200)
  const { code, ms } = await portal.stop()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(5_000)
  await expect.poll(() => pages.filter(({ ended }) => ended === null).length).toBe(0)
  for (const { events } of pages)
    expect(events.at(-1)).toMatchObject({ event: "end", data: { reason: "stopping" } })
  const log = path.join(folder, "qibu.db-wal")
  expect(existsSync(log) ? statSync(log).size : 0).toBe(0)
})

test("who signs out elsewhere ends the other browser's page at once", async () => {
  const portal = await startPortal({ data: folder })
  const here = await cookieOf(portal, "Q011")
  const there = await cookieOf(portal, "Q011")
  const page = await open(portal.url, there)
  await expect.poll(() => page.events.length).toBeGreaterThan(0)
  const action = publishedActions().find(({ name }) => name.endsWith("#signOutElsewhereAction"))
  if (!action) throw new Error("no page signs out elsewhere")
  const begun = performance.now()
  await rawPost(portal, action, "[{}]", { origin: portal.url, cookie: here })
  await expect.poll(() => page.ended).not.toBeNull()
  expect(page.events.at(-1)?.data).toEqual({ reason: "signed_out" })
  expect((page.ended ?? 0) - begun).toBeLessThan(2_000)
  const next = await fetch(`${portal.url}/tasks`, {
    headers: { cookie: there },
    redirect: "manual",
  })
  expect(next.headers.get("location")).toContain("/login")
  await portal.stop()
})

test("killed in the middle of work it comes back whole", async () => {
  const portal = await startPortal({ data: folder })
  const cookie = await cookieOf(portal, "Q011")
  const action = publishedActions().find(({ name }) => name.endsWith("#createTaskAction"))
  if (!action) throw new Error("no page makes tasks")
  const headers = { origin: portal.url, cookie }
  const answered: number[] = []
  const submit = async (turn: number) => {
    const input = { name: `第 ${turn} 件`, owner: "陈晨", key: `turn-${turn}` }
    const answer = await rawPost(portal, action, JSON.stringify([input]), headers)
    if (answer.redirect) answered.push(turn)
  }
  const writer = async (first: number) => {
    for (let turn = first; portal.process.signalCode === null; turn += 8) await submit(turn)
  }
  const writing = Promise.allSettled(Array.from({ length: 8 }, (_, first) => writer(first)))
  await expect.poll(() => answered.length, { timeout: 20_000 }).toBeGreaterThan(20)
  portal.process.kill("SIGKILL")
  await writing

  const again = await startPortal({ data: folder })
  expect((await fetch(`${again.url}/health`)).status).toBe(200)
  const kept = look<{ name: string }>(again, "select name from tasks where name like '第 % 件'")
  const names = kept.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(answered.map((turn) => `第 ${turn} 件`)))
  expect(new Set(names).size).toBe(names.length)
  expect(look(again, "pragma integrity_check")).toEqual([{ integrity_check: "ok" }])
  expect(look(again, "pragma foreign_key_check")).toEqual([])
  await again.stop()
})
