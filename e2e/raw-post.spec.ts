import { createHash } from "node:crypto"
import { expect, test } from "@playwright/test"
import { type ActionCase, actionCases, type Sample, sampleOf } from "./action-cases"
import { actionsInCode } from "./actions-in-code"
import { type Portal, startPortal } from "./portal"
import { type PublishedAction, publishedActions, rawPost } from "./raw-post"
import { strangeBodies, unreadable } from "./strange-input"
import { cookieOf, guestCookieOf, look } from "./visitor"

let portal: Portal
let sample: Sample
let intern: Record<string, string>
let engineer: Record<string, string>
const published = publishedActions()

test.beforeAll(async () => {
  portal = await startPortal()
  const signedIn = async (staffNo: string) => ({
    origin: portal.url,
    cookie: await cookieOf(portal, staffNo),
  })
  engineer = await signedIn("Q011")
  intern = await signedIn("Q013")
  const door = published.find(({ name }) => name.endsWith("#signInAction"))
  if (door) await post(door, [{ login: "Q011", password: "Qibu-demo-2026" }], stranger())
  sample = sampleOf(portal)
})
test.afterAll(() => portal.stop())

const stranger = () => ({ origin: portal.url })
const post = (action: PublishedAction, args: unknown[], headers: Record<string, string>) =>
  rawPost(portal, action, JSON.stringify(args), headers)

/**
 * What the company knows. Left out: counters, positions, what attempts leave in the audit log, and
 * what is said by itself when its time comes.
 */
function companyKnows(): Record<string, string> {
  const tables = ["tasks", "task_coworkers", "comments", "people", "departments", "person_duties"]
  const more = [
    "matters",
    "matter_parts",
    "meetings",
    "meeting_people",
    "meeting_topics",
    "meeting_points",
    "meeting_resolutions",
    "meeting_rules",
    "meeting_outsiders",
    "meeting_templates",
    "minutes_versions",
    "clients",
    "client_contacts",
    "client_handovers",
    "communications",
    "clearances",
    "credentials",
    "settings",
    "password_links",
    "guest_invitations",
    "guest_scopes",
    "guest_approvals",
    "outward_requests",
    "ticket_replies",
    "ticket_kinds",
    "ticket_answers",
    "ticket_links",
  ]
  const talk = ["groups", "group_members", "group_requests", "announcements", "group_places"]
  const said = look(
    portal,
    "select * from events where actor_kind <> 'system' and type not in ('person.denied', 'person.sign_in_failed', 'audit.marked') order by id",
  )
  const digest = (rows: unknown[]) =>
    createHash("sha256").update(JSON.stringify(rows)).digest("hex")
  const rows = [...tables, ...more, ...talk].map((name) => [
    name,
    digest(look(portal, `select * from ${name}`)),
  ])
  // A ticket's clocks and turn move by themselves; whoever moves them leaves an event besides.
  const tickets = look(
    portal,
    "select id, title, kind_id, client_id, guest_id, priority, rating from tickets order by id",
  )
  // Clients' archives are sealed when their time comes.
  const files = look(portal, "select * from files where kind is null or kind <> 'dossier'")
  // News comes to a bundle by itself; that it is done or put off, somebody says.
  const bundles = look(
    portal,
    "select id, done_at, later_until from bundles where done_at is not null or later_until is not null order by id",
  )
  const open = look(portal, "select id from sessions where ended_at is null order by id")
  return {
    ...Object.fromEntries(rows),
    files: digest(files),
    tickets: digest(tickets),
    said: digest([said, bundles]),
    open: digest(open),
  }
}

const cases = (): [PublishedAction, ActionCase][] =>
  published.flatMap((action): [PublishedAction, ActionCase][] => {
    const found = actionCases.get(action.name)
    return found ? [[action, found]] : []
  })

test("every action of the portal has its case here", () => {
  const known = [...actionCases.keys()].sort()
  expect(actionsInCode().sort()).toEqual(known)
  expect(known).toEqual(expect.arrayContaining(published.map(({ name }) => name)))
})

test("nobody signed in does anything", async () => {
  const before = companyKnows()
  for (const [action, { args, open, reads }] of cases()) {
    if (open) continue
    const { status, code, value } = await post(action, args(sample), stranger())
    expect({ status, said: reads ? (value ?? []) : code }, action.name).toEqual({
      status: 200,
      said: reads ? [] : "signed_out",
    })
  }
  expect(companyKnows()).toEqual(before)
})

test("what strangers may call changes nothing for them", async () => {
  const before = companyKnows()
  for (const [action, { args, open }] of cases()) {
    if (!open) continue
    const { status, code } = await post(action, args(sample), stranger())
    expect(status, action.name).toBe(200)
    expect(code, action.name).not.toBe("bug")
  }
  expect(companyKnows()).toEqual(before)
})

test("another site's page moves nothing, whoever is signed in", async () => {
  const before = companyKnows()
  const elsewhere = { ...engineer, origin: "http://evil.example" }
  const hiding = { cookie: engineer.cookie ?? "" }
  const crossing = { ...engineer, "sec-fetch-site": "cross-site" }
  for (const [action, { args, reads }] of cases()) {
    expect((await post(action, args(sample), elsewhere)).status, action.name).toBe(403)
    if (reads) continue
    for (const headers of [hiding, crossing])
      expect((await post(action, args(sample), headers)).code, action.name).toBe("forbidden")
  }
  expect(companyKnows()).toEqual(before)
})

test("a guest does nothing of what staff do, and says nothing where they weren't let in", async () => {
  const before = companyKnows()
  const guest = { origin: portal.url, cookie: guestCookieOf(portal, "顾远") }
  for (const [action, { args, open, reads }] of cases()) {
    if (open) continue
    const { code, value } = await post(action, args(sample), guest)
    const own = /^(guestSay|guest(Create|Reply|Confirm|Deny|Rate))Action$/.test(
      action.name.split("#")[1] ?? "",
    )
    expect(reads ? (value ?? []) : code, action.name).toEqual(
      reads ? [] : own ? "not_found" : "signed_out",
    )
  }
  const after = companyKnows()
  // That they tried it in their own group's neighbour stands in the log.
  expect({ ...after, said: "" }).toEqual({ ...before, said: "" })
})

test("who hasn't the right is refused and changes nothing", async () => {
  const before = companyKnows()
  for (const [action, { not = [] }] of cases())
    for (const { code, args } of not) {
      const answer = await post(action, args(sample), intern)
      expect(answer.code, `${action.name} ${JSON.stringify(args(sample))}`).toBe(code)
    }
  expect(companyKnows()).toEqual(before)
})

test("who asks for what they may not see hears that it isn't there, and the log says that they asked", async () => {
  const guest = { cookie: guestCookieOf(portal, "顾远") }
  for (const [path, headers] of [
    ["/admin/audit", intern],
    ["/admin/audit?group=rights", intern],
    ["/files/999999", intern],
    ["/g/groups/1", guest],
    ["/nothing-here", intern],
  ] as const)
    expect((await fetch(portal.url + path, { headers })).status).toBe(404)
  const said = () =>
    look<{ type: string; data: string }>(
      portal,
      "select type, data from events where data like '%\"GET %' order by data ->> 'action'",
    ).map(({ type, data }) => [type, JSON.parse(data).action, JSON.parse(data).code])
  const denied = (type: string, action: string) => [type, action, "not_found"]
  await expect
    .poll(said)
    .toEqual([
      denied("person.denied", "GET /admin/audit"),
      denied("person.denied", "GET /files"),
      denied("guest.denied", "GET /g/groups"),
    ])
})

test("an ended session's cookie opens nothing", async () => {
  const cookie = `${engineer.cookie?.slice(0, -6)}AAAAAA`
  for (const [action, { args, open, reads }] of cases())
    if (!open && !reads)
      expect((await post(action, args(sample), { ...engineer, cookie })).code).toBe("signed_out")
})

/** The portal answers and closes while the rest is still being sent: not every answer is read. */
function cutOff(error: unknown): number {
  const { code } = Object(Object(error).cause)
  if (code === "EPIPE" || code === "ECONNRESET") return 413
  throw error
}

test("bodies that no page of ours sends are refused", async () => {
  const [action] = cases().find(([{ name }]) => name.endsWith("#createTaskAction")) ?? []
  if (!action) throw new Error("the portal makes no tasks")
  const fresh = { origin: portal.url, cookie: await cookieOf(portal, "Q011") }
  for (const body of strangeBodies) {
    const { status, code } = await rawPost(portal, action, body, fresh)
    expect({ body, status, code }).toEqual({ body, status: 200, code: "invalid" })
  }
  const long = JSON.stringify(["x".repeat(1_100_000)])
  expect(await rawPost(portal, action, long, fresh).then(({ status }) => status, cutOff)).toBe(413)
  expect((await rawPost(portal, { ...action, id: "nothing" }, "[]", fresh)).status).toBe(400)
})

test("bodies that can't be read are bad input, by a program or by a form without a script", async () => {
  const [action] = cases().find(([{ name }]) => name.endsWith("#createTaskAction")) ?? []
  if (!action) throw new Error("the portal makes no tasks")
  const cookie = await cookieOf(portal, "Q011")
  const post = async (type: string, body: string, more: Record<string, string>) => {
    const headers = { origin: portal.url, cookie, "content-type": type, ...more }
    const url = portal.url + action.address
    return (await fetch(url, { method: "POST", redirect: "manual", headers, body })).status
  }
  for (const more of [{ "next-action": action.id }, {}] as Record<string, string>[])
    for (const [type, body] of unreadable(action.id)) {
      const status = await post(type, body, more)
      expect({ type, body, more, broken: status >= 500 }).toEqual({
        ...{ type, body, more },
        broken: false,
      })
    }
})
