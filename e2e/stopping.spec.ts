import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect, test } from "@playwright/test"
import pg from "pg"
import { startPostgres } from "../scripts/postgres.mjs"
import { type Heard, hearStream, streamId } from "../tests/sse"
import { password } from "./fixtures"
import { type Portal, startPortal } from "./portal"
import { publishedActions, rawPost } from "./raw-post"
import { cookieOf, look } from "./visitor"

const folder = mkdtempSync(path.join(tmpdir(), "qibu-e2e-"))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = async (url: string, cookie: string): Promise<Heard> =>
  hearStream((await fetch(`${url}/events`, { headers: { cookie } })).body)

/** The action of this name, as the build published it. */
function actionOf(name: string) {
  const action = publishedActions().find((each) => each.name.endsWith(`#${name}`))
  if (!action) throw new Error(`no page knows ${name}`)
  return action
}

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
  // Loading the page that holds the action isn't what is measured.
  await fetch(portal.url + actionOf("signOutElsewhereAction").address, {
    headers: { cookie: here },
  })
  const begun = performance.now()
  await rawPost(portal, actionOf("signOutElsewhereAction"), "[{}]", {
    origin: portal.url,
    cookie: here,
  })
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
  const action = actionOf("createTaskAction")
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

async function signedIn(portal: Portal, login: string) {
  const input = JSON.stringify([{ login, password }])
  const headers = { origin: portal.url }
  const { cookies } = await rawPost(portal, actionOf("signInAction"), input, headers)
  expect(cookies).toContain("qibu.session=")
  return { ...headers, cookie: cookies }
}

test("two servers on one PostgreSQL are one portal: who is at one hears at once what is done at the other", async () => {
  test.slow()
  const postgres = await startPostgres()
  const data = mkdtempSync(path.join(tmpdir(), "qibu-e2e-"))
  const one = await startPortal({ data, env: { DATABASE_URL: postgres.url } })
  const other = await startPortal({ data, env: { DATABASE_URL: postgres.url } })
  const database = new pg.Client({ connectionString: postgres.url })
  await database.connect()
  const idOf = async (staffNo: string): Promise<number> => {
    const { rows } = await database.query("select id from people where staff_no = $1", [staffNo])
    return Number(rows[0]?.id)
  }
  const colleague = await idOf("Q103")
  const [head, staff] = [await signedIn(one, "Q016"), await signedIn(one, "Q002")]
  const { cookie } = await signedIn(other, "Q103")
  const page = await open(other.url, cookie)
  await expect.poll(() => page.events.length).toBeGreaterThan(0)
  const told = () =>
    page.events.flatMap(({ event, data }) => (event === "change" ? data.topics : []))
  const wishes = { stream: streamId(page), add: [`person:${colleague}`], remove: [] }
  const listened = await fetch(`${other.url}/events`, {
    method: "POST",
    headers: { cookie, origin: other.url, "content-type": "application/json" },
    body: JSON.stringify(wishes),
  })
  expect(await listened.json()).toEqual({ refused: [] })
  expect(told()).toEqual([])

  const task = { name: "清点两台服务器", owner: "李安宁", key: "two-servers" }
  const { redirect } = await rawPost(
    one,
    actionOf("createTaskAction"),
    JSON.stringify([task]),
    head,
  )
  expect(redirect).toMatch(/^\/tasks\/\d+/)
  await expect.poll(told).toContain(`person:${colleague}`)
  const there = (at: string) =>
    fetch(other.url + at, { headers: { cookie }, redirect: "manual" }).then((it) => it.text())
  expect(await there("/tasks")).toContain("清点两台服务器")

  // Loading the page that holds the action isn't what is measured.
  await fetch(one.url + actionOf("disablePersonAction").address, { headers: staff })
  const begun = performance.now()
  const person = JSON.stringify([{ id: colleague, later: "yes" }])
  const left = await rawPost(one, actionOf("disablePersonAction"), person, staff)
  expect(left.value).toMatchObject({ ok: true })
  await expect.poll(() => page.ended).not.toBeNull()
  expect(page.events.at(-1)).toMatchObject({ event: "end", data: { reason: "disabled" } })
  expect((page.ended ?? 0) - begun).toBeLessThan(2_000)
  expect(await there("/tasks")).not.toContain("清点两台服务器")

  await database.end()
  const ends = await Promise.all([one.stop(), other.stop()])
  expect(ends.map(({ code }) => code)).toEqual([0, 0])
  await postgres.stop()
  rmSync(data, { recursive: true, force: true })
})
