import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect } from "@playwright/test"
import { type Portal, startPortal } from "./portal"
import { publishedActions, rawPost } from "./raw-post"
import { cookieOf, look } from "./visitor"
import { test } from "./watched"

const data = mkdtempSync(path.join(tmpdir(), "qibu-e2e-"))
test.afterAll(() => rmSync(data, { recursive: true, force: true }))

// Three portals start in turn beside the browsers of other tests: on a busy machine a moment is missed
// more often than elsewhere. Each further try is counted and named like any other.
test.describe.configure({ retries: 3 })

const group = "秋季版本 V3.2"

/** 周舟 says something in the group and assigns 柯南星 a task. */
async function meanwhile(portal: Portal, groupId: number): Promise<void> {
  const headers = { origin: portal.url, cookie: await cookieOf(portal, "Q010") }
  const said = await fetch(`${portal.url}/groups/messages/send`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", "sec-fetch-site": "same-origin" },
    body: JSON.stringify({ groupId, body: "门户停着的时候说的", key: "meanwhile" }),
  })
  expect(said.status).toBe(200)
  const action = publishedActions().find(({ name }) => name.endsWith("#createTaskAction"))
  if (!action) throw new Error("no page makes tasks")
  const task = { name: "门户停着的时候派的", owner: "柯南星", key: "meanwhile" }
  expect((await rawPost(portal, action, JSON.stringify([task]), headers)).redirect).toBeTruthy()
}

test("a portal that was killed comes back under open pages: they show what they missed, and what waited is sent", async ({
  browser,
}) => {
  test.slow()
  const portal = await startPortal({ data })
  const [name = "", value = ""] = (await cookieOf(portal, "Q016")).split(/=(.*)/s)
  const context = await browser.newContext({ baseURL: portal.url })
  await context.addCookies([{ name, value, url: portal.url }])
  const groupId = look<{ id: number }>(portal, "select id from groups where name = ?", group)[0]?.id
  const talk = await context.newPage()
  await talk.goto(`/groups/${groupId}`)
  const box = talk.getByRole("textbox", { name: "输入消息" }).first()
  await expect(box).toBeVisible()
  const tasks = await context.newPage()
  await tasks.goto("/tasks?view=mine")
  await expect(tasks.locator("[data-open]").first()).toBeVisible()

  portal.process.kill("SIGKILL")
  await box.fill("门户停着的时候写的")
  await box.press("Enter")
  await expect(talk.getByText("连接断开，恢复后自动发送")).toBeVisible()
  const elsewhere = await startPortal({ data })
  await meanwhile(elsewhere, groupId ?? 0)
  await elsewhere.stop()

  const back = await startPortal({ data, env: { PORT: new URL(portal.url).port } })
  const said = talk.getByRole("log", { name: "消息" }).locator("article")
  await expect(said.filter({ hasText: "门户停着的时候说的" })).toHaveCount(1, { timeout: 60_000 })
  await expect(said.filter({ hasText: "门户停着的时候写的" })).toHaveCount(1)
  await expect(talk.getByText("连接断开，恢复后自动发送")).toBeHidden({ timeout: 60_000 })
  await expect(tasks.getByText("门户停着的时候派的").first()).toBeVisible({ timeout: 60_000 })
  const kept = look(back, "select seq from messages where body = '门户停着的时候写的'")
  expect(kept).toHaveLength(1)
  await context.close()
  await back.stop()
})
