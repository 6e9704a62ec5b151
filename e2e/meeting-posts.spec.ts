import { expect, test } from "./fixtures"
import type { Portal } from "./portal"
import { cookieOf, look } from "./visitor"

const meetingOf = (portal: Portal, where: string) =>
  look<{ id: number }>(portal, `select id from meetings where ${where} order by id`)[0]?.id ?? 0

const post = (portal: Portal, body: string, headers: Record<string, string>) =>
  fetch(`${portal.url}/meetings/writing`, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
    body,
  })

test("that somebody writes in minutes is told only by who may write there, of rows that are rows", async ({
  portal,
}) => {
  const notes = await cookieOf(portal, "Q012")
  const outside = await cookieOf(portal, "Q003")
  const id = meetingOf(portal, "state = 'live' and group_id is not null")
  const secret = meetingOf(portal, "sensitivity_id is not null")
  const row = "point-1"
  const cases: [string, Record<string, string>, unknown, number][] = [
    ["the note-taker", { cookie: notes }, { id, row }, 200],
    ["a stranger", {}, { id, row }, 401],
    ["another site", { cookie: notes, "sec-fetch-site": "cross-site" }, { id, row }, 403],
    ["who isn't in it", { cookie: outside }, { id, row }, 404],
    ["under a label", { cookie: notes }, { id: secret, row }, 404],
    ["no such meeting", { cookie: notes }, { id: 987_654_321, row }, 404],
    ["a number beyond all", { cookie: notes }, { id: 1e300, row }, 422],
    ["a text for a number", { cookie: notes }, { id: String(id), row }, 422],
    ["a row that is none", { cookie: notes }, { id, row: "point-1; drop" }, 422],
    ["more than is asked", { cookie: notes }, { id, row, name: "林默" }, 422],
    ["nothing", { cookie: notes }, null, 422],
    ["a huge body", { cookie: notes }, { id, row: "x".repeat(3_000_000) }, 422],
    ["a huge list", { cookie: notes }, Array.from({ length: 50_000 }, () => id), 422],
  ]
  for (const [who, headers, body, status] of cases) {
    const answer = await post(portal, JSON.stringify(body), headers)
    expect([who, answer.status]).toEqual([who, status])
    expect((await answer.text()).length, who).toBeLessThan(1_000)
  }
  expect((await post(portal, "{", { cookie: notes })).status).toBe(422)
})
