import { test as base, expect } from "@playwright/test"
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
import { cookieOf, guestCookieOf, look } from "./visitor"

/** A portal of its own: its records bear marks. */
const test = base.extend<object, { marked: Portal }>({
  marked: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
    async ({}, use) => {
      const portal = await startPortal()
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
  const own = new Set<string>()
  const all = routes().flatMap((route) => addressesOf(portal, route, reader))
  const queue = [...all]
  const work = async () => {
    for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
      const text = await answerOf(portal, address, reader.cookie)
      const seen = marksIn(text)
      for (const { kind, id } of seen) if (reader.sees(kind, id)) own.add(`${kind}:${id}`)
      const shown = seen.filter(({ kind, id }) => !reader.sees(kind, id))
      if (shown.length > 0)
        found.push({ address, shown: [...new Set(shown.map(({ kind, id }) => `${kind}:${id}`))] })
    }
  }
  await Promise.all([work(), work(), work()])
  expect(found).toEqual([])
  return { pages: all.length, own: own.size }
}

async function answerOf(portal: Portal, address: string, cookie: string): Promise<string> {
  const gone = new AbortController()
  const answer = await fetch(portal.url + address, {
    headers: { cookie, "accept-language": "zh-CN", "sec-fetch-site": "same-origin" },
    redirect: "manual",
    signal: gone.signal,
  })
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
