import { test as base, expect } from "@playwright/test"
import { freePort } from "../tests/port"
import { unguarded } from "./answer-headers"
import {
  addressesOf,
  guestHolder,
  markAll,
  marksIn,
  openGroups,
  personHolder,
  type Reader,
  routes,
  sightOf,
} from "./crawling"
import { type Portal, startPortal } from "./portal"
import { publishedActions } from "./raw-post"
import * as visitor from "./visitor"

const { look } = visitor
/** Behind HTTPS browsers take and send a cookie of this name over nothing else. */
const cookieOf = async (...of: Parameters<typeof visitor.cookieOf>) =>
  `__Secure-${await visitor.cookieOf(...of)}`
const guestCookieOf = (...of: Parameters<typeof visitor.guestCookieOf>) =>
  `__Secure-${visitor.guestCookieOf(...of)}`

/** A portal of its own: its records bear marks, and it stands behind HTTPS. */
const test = base.extend<object, { marked: Portal }>({
  marked: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
    async ({}, use) => {
      const portal = await startPortal({
        env: { QIBU_URL: "HTTPS://qibu.example", PORT: String(await freePort()) },
      })
      expect(markAll(portal)).toBeGreaterThan(500)
      await use(portal)
      await portal.stop()
    },
    { scope: "worker" },
  ],
})

/** Whose words every answer must be free of: asked page by page, as a browser and as a program. */
async function walks(portal: Portal, reader: Reader): Promise<{ pages: number; own: number }> {
  const found: { address: string; shown: string[] }[] = []
  const broken: string[] = []
  const own = new Set<string>()
  const all = routes().flatMap((route) => addressesOf(portal, route, reader))
  const queue = [...all]
  const work = async () => {
    for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
      const text = await answerOf(portal, address, reader.cookie, broken)
      const seen = marksIn(text)
      for (const { kind, id } of seen) if (reader.sees(kind, id)) own.add(`${kind}:${id}`)
      const shown = seen.filter(({ kind, id }) => !reader.sees(kind, id))
      if (shown.length > 0)
        found.push({ address, shown: [...new Set(shown.map(({ kind, id }) => `${kind}:${id}`))] })
    }
  }
  await Promise.all([work(), work(), work()])
  expect(found).toEqual([])
  expect(broken, "what browsers aren't told").toEqual([])
  return { pages: all.length, own: own.size }
}

async function answerOf(
  portal: Portal,
  address: string,
  cookie: string,
  broken: string[],
): Promise<string> {
  const gone = new AbortController()
  const answer = await fetch(portal.url + address, {
    headers: { cookie, "accept-language": "zh-CN", "sec-fetch-site": "same-origin" },
    redirect: "manual",
    signal: gone.signal,
  })
  broken.push(...unguarded(address, answer).map((what) => `${address}: ${what}`))
  expect({ address, broken: answer.status >= 500 }).toEqual({ address, broken: false })
  if ((answer.headers.get("content-type") ?? "").startsWith("text/event-stream")) {
    gone.abort()
    return ""
  }
  return answer.text()
}

test.setTimeout(600_000)

test("every address of the portal is walked", () => {
  const all = routes()
  expect(all.length).toBeGreaterThan(90)
  for (const known of ["/", "/tasks/[taskId]", "/g/groups/[groupId]", "/files/[fileId]", "/events"])
    expect(all).toContain(known)
})

test("beside addresses that pages don't answer stands a page that is guarded like any other", async ({
  marked,
}) => {
  const cookie = await cookieOf(marked, "Q011")
  const nonces = new Set<string>()
  for (const beside of [
    ...["/filesX", "/eventsX", "/uploadsX", "/healthX", "/sw.jsX", "/g/eventsX", "/favicon.ico"],
    ...["/files/1/X", "/events/X", "/uploads/X", "/health/X", "/feeds/X/X", "/icons/X/X"],
    ...["/groups/data/X/X", "/groups/messages/X/X", "/g/files/1/X", "/g/groups/1/filesX", "/X"],
  ]) {
    const answer = await fetch(marked.url + beside, { headers: { cookie }, redirect: "manual" })
    expect([beside, answer.headers.get("content-type")]).toEqual([
      beside,
      "text/html; charset=utf-8",
    ])
    expect([beside, unguarded(beside, answer)]).toEqual([beside, []])
    nonces.add(/nonce-[^']+/.exec(answer.headers.get("content-security-policy") ?? "")?.[0] ?? "")
  }
  expect(nonces.size).toBe(18)
})

test("who signs in gets a cookie that no script, other site or open line sees; signing out ends it", async ({
  marked,
}) => {
  const signIn = publishedActions().find(({ name }) => name.endsWith("#signInAction"))
  const answer = await fetch(`${marked.url}/login`, {
    method: "POST",
    redirect: "manual",
    headers: {
      ...{ "next-action": signIn?.id ?? "", origin: marked.url },
      "content-type": "text/plain;charset=UTF-8",
    },
    body: JSON.stringify([{ login: "Q013", password: "Qibu-demo-2026" }]),
  })
  const [set = ""] = answer.headers.getSetCookie().filter((one) => one.includes("qibu.session="))
  const [cookie = "", ...flags] = set.split("; ")
  expect(cookie).toMatch(/^__Secure-qibu\.session=./)
  expect(flags).toEqual(expect.arrayContaining(["Secure", "HttpOnly", "SameSite=lax", "Path=/"]))
  for (const other of answer.headers.getSetCookie())
    expect(other).toMatch(/; Secure; HttpOnly; SameSite=lax/i)

  const there = (at: string, more: RequestInit = {}) =>
    fetch(marked.url + at, {
      ...{ redirect: "manual", headers: { cookie, "sec-fetch-site": "same-origin" } },
      ...more,
    })
  expect((await there("/tasks")).status).toBe(200)
  const crossing = { cookie, "sec-fetch-site": "cross-site" }
  expect((await there("/sign-out", { method: "POST", headers: crossing })).status).toBe(403)
  expect((await there("/tasks")).status).toBe(200)
  const { status, headers } = await there("/sign-out", { method: "POST" })
  expect([status, headers.get("location")]).toEqual([303, "/login"])
  expect(headers.get("clear-site-data")).toBe('"cache", "storage"')
  expect(headers.getSetCookie().join()).toMatch(/__Secure-qibu\.session=;.*(Max-Age=0|1970)/i)
  expect((await there("/tasks")).headers.get("location")).toContain("/login")
})

for (const name of ["顾远", "江以宁", "陆知行"])
  test(`${name} as a guest reads nothing but what the invitation opens, wherever they ask`, async ({
    marked,
  }) => {
    const own = look<{ id: number }>(
      marked,
      "select id from guest_invitations where name = ?",
      name,
    )[0]?.id
    const sees = sightOf(marked, guestHolder(marked, name))
    const { pages, own: seen } = await walks(marked, {
      cookie: guestCookieOf(marked, name),
      sees: (kind, id) => (kind === "guest" ? id === own : sees(kind, id)),
    })
    expect(pages).toBeGreaterThan(200)
    expect(seen).toBeGreaterThan(1)
  })

/** Those with the least: who may only look, one of each department. */
const low = (portal: Portal) =>
  look<{ staffNo: string }>(
    portal,
    `select min(staff_no) as "staffNo" from people p where level = 'view' and disabled_at is null
     and not exists (select 1 from departments d where d.head_id = p.id)
     and not exists (select 1 from person_duties d where d.person_id = p.id)
     group by department_id order by 1 limit 3`,
  ).map(({ staffNo }) => staffNo)

test("whoever may only look reads nothing of what isn't theirs, wherever they ask", async ({
  marked,
}) => {
  const open = openGroups(marked)
  const all = low(marked)
  expect(all.length).toBeGreaterThan(1)
  for (const staffNo of all) {
    const sees = sightOf(marked, personHolder(marked, staffNo))
    const { own } = await walks(marked, {
      cookie: await cookieOf(marked, staffNo),
      sees: (kind, id) => sees(kind, id) || (kind === "group" && open.has(id)),
    })
    expect(own).toBeGreaterThan(20)
  }
})

test("nobody's stream takes a topic that isn't theirs", async ({ marked }) => {
  const [staffNo = ""] = low(marked)
  const cookie = await cookieOf(marked, staffNo)
  const sees = sightOf(marked, personHolder(marked, staffNo))
  const hidden = look<{ kind: string; id: number }>(
    marked,
    "select distinct kind, record_id as id from access order by 1, 2",
  ).filter(({ kind, id }) => kind !== "person" && !sees(kind, id))
  expect(hidden.length).toBeGreaterThan(100)
  const gone = new AbortController()
  const stream = await fetch(`${marked.url}/events`, { headers: { cookie }, signal: gone.signal })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  const id = /"stream":"([^"]+)"/.exec((await reader?.read())?.value ?? "")?.[1]
  const topics = hidden.map((each) => `${each.kind}:${each.id}`).slice(0, 250)
  const answer = await fetch(`${marked.url}/events`, {
    method: "POST",
    headers: { cookie, origin: marked.url, "content-type": "application/json" },
    body: JSON.stringify({ stream: id, add: topics, remove: [] }),
  })
  expect(await answer.json()).toEqual({ refused: topics })
  // A guest's stream takes nobody's wishes.
  const asked = await fetch(`${marked.url}/g/events`, {
    method: "POST",
    headers: { cookie: guestCookieOf(marked, "顾远"), origin: marked.url },
    body: JSON.stringify({ stream: id, add: topics, remove: [] }),
  })
  expect(asked.status).toBe(405)
  gone.abort()
})
