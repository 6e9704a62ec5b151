import { expect, test } from "./fixtures"
import type { Portal } from "./portal"
import { publishedActions, rawPost } from "./raw-post"
import { alter, cookieOf, look } from "./visitor"

/** What 平台管理 does with departments, without the page for it. */
async function change(portal: Portal, name: string, input: object): Promise<void> {
  const action = publishedActions().find((one) => one.name.endsWith(`#${name}`))
  if (!action) throw new Error(`no page uses ${name}`)
  const headers = { origin: portal.url, cookie: await cookieOf(portal, "Q001") }
  const answer = await rawPost(portal, action, JSON.stringify([input]), headers)
  expect(answer).toMatchObject({ status: 200, code: null })
}

test("a list that came as plain HTML stands again after a way through other pages", async ({
  as,
  portal,
}) => {
  const page = await as("Q016")
  await page.goto(`${portal.url}/tasks?view=all`)
  const rows = page.locator("[data-row]")
  await expect(rows.first()).toBeVisible()
  const shown = await rows.count()
  expect(await page.content().then((html) => html.split(`data-key="task:`).length - 1)).toBe(shown)
  await page.evaluate(() => Object.assign(window, { stayed: true }))

  await page.locator('header a[href="/inbox"]').click()
  await expect(page.getByRole("heading", { level: 1, name: /收件箱|通知/ })).toBeVisible()
  await page.goBack()
  await expect(rows).toHaveCount(shown)
  const group = page.locator("details.group").first()
  await group.locator("summary").click()
  await rows.locator("a:visible").first().click()
  await expect(page.locator("[data-pane]")).toBeVisible()
  expect(await group.evaluate((details) => details.hasAttribute("open"))).toBe(false)
  expect(await page.evaluate(() => "stayed" in window)).toBe(true)
})

test("the last thing that two people shared leaves the open page of one when it ends", async ({
  as,
  portal,
}) => {
  const writer = await as("Q015")
  await writer.goto("/tasks/new")
  await writer.getByLabel("任务名称").fill("对一遍差旅标准")
  await writer.getByLabel("负责人").fill("caojiamu")
  await writer.getByRole("option", { name: /曹嘉木/ }).click()
  await writer.getByRole("main").getByRole("button", { name: "新建任务" }).click()
  await expect(writer.getByRole("heading", { level: 1, name: "对一遍差旅标准" })).toBeVisible()
  const task = new URL(writer.url()).pathname

  // 闲聊群 is everybody's; without it the task is all that the two share.
  const left =
    "delete from group_members where person_id = (select id from people where staff_no = ?)"
  alter(portal, left, "Q122")
  const [clerk] = look<{ id: number }>(portal, "select id from people where staff_no = 'Q122'")
  const reader = await as("Q015")
  await reader.goto(`/people/${clerk?.id}`)
  const shared = reader.getByRole("region", { name: "和你同在" })
  await expect(shared.getByRole("link")).toHaveText(["对一遍差旅标准"])

  await writer.goto(`${task}/edit`)
  await writer.getByLabel("负责人").fill("shilei")
  await writer.getByRole("option", { name: /石磊/ }).click()
  await writer.getByRole("button", { name: "保存" }).click()
  await writer.waitForURL((url) => url.pathname === task)
  // Pages of people are read again when the company's departments change.
  await change(portal, "addDepartmentAction", { name: "差旅组", parent: "", head: "" })
  await expect(shared).toHaveCount(0)
  const [added] = look<{ id: number }>(portal, "select id from departments where name = '差旅组'")
  await change(portal, "dissolveDepartmentAction", { id: added?.id, confirmed: "yes" })
})
