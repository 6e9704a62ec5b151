import { readFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "./fixtures"
import { messageInputs } from "./message-cases"
import type { Portal } from "./portal"
import { cookieOf, look } from "./visitor"

const source = readFileSync(path.join(import.meta.dirname, "../lib/messages/verbs.ts"), "utf8")
const verbs = [...source.matchAll(/^ {2}\["(\w+)",/gm)].map(([, verb = ""]) => verb)

async function post(portal: Portal, verb: string, body: unknown, headers: Record<string, string>) {
  return fetch(`${portal.url}/groups/messages/${verb}`, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
    body: JSON.stringify(body),
  })
}

/** A group that 柯南星 is in and 何静 isn't, and its newest message. */
async function place(portal: Portal, cookie: string) {
  const list = await fetch(`${portal.url}/groups/data/list`, { headers: { cookie } })
  const lines: { id: number; name: string }[] = await list.json()
  const groupId = lines.find(({ name }) => name === "秋季版本 V3.2")?.id ?? 0
  const history = await fetch(`${portal.url}/groups/data/history?group=${groupId}`, {
    headers: { cookie },
  })
  const { rows }: { rows: { id: number }[] } = await history.json()
  return { groupId, id: rows.at(-1)?.id ?? 0 }
}

test("every change of messages is refused for strangers, other sites and who isn't in the group", async ({
  portal,
}) => {
  const cookie = await cookieOf(portal, "Q016")
  const { groupId, id } = await place(portal, cookie)
  const all = messageInputs(groupId, id)
  expect(Object.keys(all).toSorted()).toEqual(verbs.toSorted())
  const outside = await cookieOf(portal, "Q003")
  for (const [verb, input] of Object.entries(all)) {
    const stranger = await post(portal, verb, input, {})
    const elsewhere = await post(portal, verb, input, { cookie, "sec-fetch-site": "cross-site" })
    const other = await post(portal, verb, input, { cookie: outside })
    expect([verb, stranger.status, elsewhere.status, other.status]).toEqual([verb, 401, 403, 404])
  }
  const own = await fetch(`${portal.url}/groups/data/list`, { headers: { cookie: outside } })
  expect(await own.text()).not.toContain("秋季版本 V3.2")
  for (const what of ["history", "search", "people", "promise"]) {
    const answer = await fetch(`${portal.url}/groups/data/${what}?group=${groupId}&q=a`, {
      headers: { cookie: outside },
    })
    expect([what, answer.status]).toEqual([what, 404])
  }
  for (const what of ["thread", "readers", "versions", "source"]) {
    const answer = await fetch(`${portal.url}/groups/data/${what}?message=${id}`, {
      headers: { cookie: outside },
    })
    expect([what, answer.status]).toEqual([what, 404])
  }
  const cards = await fetch(`${portal.url}/groups/data/cards?refs=message:${id}`, {
    headers: { cookie: outside },
  })
  expect(await cards.json()).toEqual([{ ref: `message:${id}` }])
})

test("what is no message is refused in plain words, and nothing breaks", async ({ portal }) => {
  const cookie = await cookieOf(portal, "Q016")
  const { groupId } = await place(portal, cookie)
  // Whatever else was said there meanwhile, this is somebody else's.
  const [others] = look<{ id: number }>(
    portal,
    `select max(messages.id) as id from messages join people on people.id = author_id
     where group_id = ? and staff_no <> 'Q016' and withdrawn_at is null`,
    groupId,
  )
  const id = others?.id ?? 0
  // One in another of their groups, one in a group that they aren't in.
  const [known] = look<{ id: number }>(
    portal,
    `select max(messages.id) as id from messages join group_members using (group_id)
     join people on people.id = person_id where staff_no = 'Q016' and group_id <> ?`,
    groupId,
  )
  const [hidden] = look<{ id: number }>(
    portal,
    `select max(id) as id from messages where group_id not in (select group_id from group_members
     join people on people.id = person_id where staff_no = 'Q016')`,
  )
  const mention = (personId: number) => ({ personId, reason: "请确认", needsAnswer: true })
  const strange: [string, unknown, number][] = [
    ["send", { groupId, body: "长".repeat(10_001) }, 422],
    ["send", { groupId, body: "" }, 422],
    ["send", { groupId: 987_654_321, body: "x" }, 404],
    ["send", { groupId, body: "x", extra: 1 }, 422],
    [
      "send",
      { groupId, body: "x", mentions: Array.from({ length: 3_000 }, (_, n) => mention(n + 1)) },
      422,
    ],
    ["send", { groupId, body: "x", quoteId: 1e15 }, 404],
    ["send", "x", 422],
    ["send", null, 422],
    ["edit", { id, body: "不是我的", version: 1 }, 403],
    ["withdraw", { id }, 403],
    ["react", { id, code: "<script>", on: true }, 422],
    ["read", { groupId, threadId: "x", seq: 1 }, 422],
    ["draft", { groupId, threadId: -1, text: "x" }, 422],
    ...[known?.id, hidden?.id, 1e15].flatMap((threadId): [string, unknown, number][] => [
      ["read", { groupId, threadId, seq: 1 }, 404],
      ["draft", { groupId, threadId, text: "x" }, 404],
    ]),
  ]
  for (const [verb, body, status] of strange) {
    const answer = await post(portal, verb, body, { cookie })
    expect([verb, JSON.stringify(body)?.slice(0, 60), answer.status]).toEqual([
      verb,
      JSON.stringify(body)?.slice(0, 60),
      status,
    ])
    expect((await answer.json()).message).toBeTruthy()
  }
  expect((await post(portal, "nothing", {}, { cookie })).status).toBe(404)
})

test("the same message sent a hundred times lands once and is answered a hundred times alike", async ({
  portal,
}) => {
  // What somebody says counts against their limit; as 韩书瑶 no other test does.
  const cookie = await cookieOf(portal, "Q112")
  const { groupId } = await place(portal, cookie)
  const key = "0123456789abcdef0123456789abcdef"
  const once = () => post(portal, "send", { groupId, body: "只此一次", key }, { cookie })
  const answers = await Promise.all(
    (await Promise.all(Array.from({ length: 60 }, once))).map((answer) => answer.json()),
  )
  const [first] = answers
  expect(first.value?.id).toBeGreaterThan(0)
  for (const answer of answers) expect(answer).toEqual(first)
  const history = await fetch(`${portal.url}/groups/data/history?group=${groupId}`, {
    headers: { cookie },
  })
  const { rows }: { rows: { html: string }[] } = await history.json()
  expect(rows.filter(({ html }) => html.includes("只此一次"))).toHaveLength(1)
})
