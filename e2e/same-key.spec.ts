import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect, test } from "@playwright/test"
import { type Portal, startPortal } from "./portal"
import { type PublishedAction, publishedActions, type RawAnswer, rawPost } from "./raw-post"
import { alter, cookieOf, look } from "./visitor"

const folder = mkdtempSync(path.join(tmpdir(), "qibu-e2e-"))
let portal: Portal
let headers: Record<string, string>
const published = (name: string): PublishedAction => {
  const found = publishedActions().find((action) => action.name.endsWith(`#${name}`))
  if (!found) throw new Error(`no page uses ${name}`)
  return found
}
const create = published("createTaskAction")
const save = published("saveTaskAction")

test.beforeAll(async () => {
  portal = await startPortal({ data: folder })
  headers = { origin: portal.url, cookie: await cookieOf(portal, "Q011") }
})
test.afterAll(async () => {
  await portal.stop()
  rmSync(folder, { recursive: true, force: true })
})

const post = (action: PublishedAction, input: object) =>
  rawPost(portal, action, JSON.stringify([input]), headers)
const many = <T>(times: number, run: (turn: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, turn) => run(turn)))
const named = (name: string) =>
  look<{ id: number; version: number }>(
    portal,
    "select id, version from tasks where name = ?",
    name,
  )
/** Above the limit for one person on purpose: it counts from anew. */
const forgetCounts = () => alter(portal, "delete from rate_limits")
const gist = ({ status, redirect, code }: RawAnswer) => ({ status, redirect, code })

test("a hundred identical submits land once and get one answer", async () => {
  const input = { name: "只建一次", owner: "陈晨", key: "same-form" }
  const answers = await many(100, () => post(create, input))
  const [task, ...more] = named("只建一次")
  expect(more).toEqual([])
  expect(new Set(answers.map((answer) => JSON.stringify(gist(answer)))).size).toBe(1)
  expect(answers[0]?.redirect).toContain(`/tasks/${task?.id}`)
  const said = look(
    portal,
    "select id from events where type = 'task.created' and record_id = ?",
    task?.id,
  )
  expect(said).toHaveLength(1)
})

test("the same key with another text is a conflict, and nothing is written", async () => {
  const answer = await post(create, { name: "另一件事", owner: "陈晨", key: "same-form" })
  expect(gist(answer)).toEqual({ status: 200, redirect: null, code: "conflict" })
  expect(named("另一件事")).toEqual([])
})

test("somebody else's equal key is their own", async () => {
  const theirs = { ...headers, cookie: await cookieOf(portal, "Q010") }
  const input = { name: "周舟的事", owner: "周舟", key: "same-form" }
  const answer = await rawPost(portal, create, JSON.stringify([input]), theirs)
  expect(answer.redirect).toContain(`/tasks/${named("周舟的事")[0]?.id}`)
})

test("of fifty saves on one version one wins, and the others keep their text", async () => {
  forgetCounts()
  await post(create, { name: "大家都改", owner: "陈晨" })
  const [task] = named("大家都改")
  const texts = await many(50, async (turn) => {
    const form = new FormData()
    const fields = {
      id: String(task?.id),
      version: String(task?.version),
      risk: `第 ${turn} 种写法`,
    }
    for (const [name, value] of Object.entries(fields)) form.set(`_1_${name}`, value)
    form.set("0", '["$undefined","$K1"]')
    return { turn, answer: await rawPost(portal, save, form, headers) }
  })
  const won = texts.filter(({ answer }) => answer.redirect?.includes(`/tasks/${task?.id}`))
  const lost = texts.filter(({ answer }) => answer.code === "conflict")
  expect([won.length, lost.length]).toEqual([1, 49])
  const [kept] = look<{ risk: string }>(portal, "select risk from tasks where id = ?", task?.id)
  expect(kept?.risk).toBe(`第 ${won[0]?.turn} 种写法`)
  for (const { turn, answer } of lost)
    expect(answer.value).toMatchObject({
      typed: { risk: `第 ${turn} 种写法` },
      current: { risk: kept?.risk, version: 2 },
    })
})

test("too often is said, writes nothing, and a restart doesn't make it forgotten", async () => {
  forgetCounts()
  await many(120, (turn) => post(create, { name: `很多 ${turn}`, owner: "nobody at all" }))
  expect((await post(create, { name: "太多", owner: "陈晨" })).code).toBe("busy")
  await portal.stop()
  portal = await startPortal({ data: portal.data })
  headers.origin = portal.url
  expect((await post(create, { name: "太多", owner: "陈晨" })).code).toBe("busy")
  expect(named("太多")).toEqual([])
})
