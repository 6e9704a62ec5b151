import { expect, test } from "./fixtures"
import { publishedActions, rawPost } from "./raw-post"
import { cookieOf } from "./visitor"

test("without a mouse: ⌘K finds and opens, g and a letter goes to a place, c begins, ? says which keys there are", async ({
  as,
}) => {
  const page = await as("Q016")
  const { keyboard } = page
  await page.goto("/matters")
  const field = page.getByRole("combobox", { name: "搜索" })
  // The keys count from when the page listens.
  await expect(async () => {
    await keyboard.press("ControlOrMeta+k")
    await expect(field).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await keyboard.type("给客户的通知")
  const palette = page.getByRole("dialog", { name: "搜索" })
  await expect(palette.getByRole("option", { name: /导出格式变更：给客户的通知/ })).toBeVisible()
  const scope = palette.locator("[aria-pressed=true]")
  await expect(scope).toHaveText("全部")
  await keyboard.press("Tab")
  await expect(scope).not.toHaveText("全部")
  await keyboard.press("Shift+Tab")
  await expect(scope).toHaveText("全部")
  const best = palette.getByRole("option").first()
  await expect(best).toContainText("导出格式变更：给客户的通知")
  await expect(best).toHaveAttribute("aria-selected", "true")
  await keyboard.press("Enter")
  await expect(palette).toBeHidden()
  await expect(
    page.getByRole("heading", { name: "导出格式变更：给客户的通知" }).first(),
  ).toBeVisible()
  await expect(page).toHaveURL(/\/tasks\/\d+/)

  await keyboard.press("g")
  await keyboard.press("x")
  await expect(page.getByRole("heading", { level: 1, name: "事项" })).toBeVisible()
  await keyboard.press("g")
  await keyboard.press("t")
  await expect(page.getByRole("heading", { level: 1, name: "任务" })).toBeVisible()
  await keyboard.press("c")
  const fresh = page.getByRole("dialog", { name: "新建任务" })
  await expect(fresh.getByLabel("任务名称")).toBeFocused()
  // In a field, letters are letters.
  await keyboard.type("c g t ?")
  await expect(fresh.getByLabel("任务名称")).toHaveValue("c g t ?")
  await fresh.getByRole("button", { name: "关闭" }).click()
  await expect(fresh).toBeHidden()

  await keyboard.press("?")
  const sheet = page.getByRole("dialog", { name: "快捷键" })
  await sheet.getByLabel("找快捷键").fill("任务")
  await expect(sheet.getByRole("term").filter({ hasText: /^任务$/ })).toBeVisible()
  await expect(sheet.getByRole("term").filter({ hasText: /^事项$/ })).toBeHidden()
  await keyboard.press("Escape")
  await expect(sheet).toBeHidden()
})

test("on a phone the bar at the foot leads to messages, tasks, the calendar and one's own day", async ({
  as,
}) => {
  const page = await as("Q016", { viewport: { width: 390, height: 844 }, hasTouch: true })
  await page.goto("/inbox")
  const bar = page.getByRole("navigation", { name: "我的" })
  for (const [name, path] of [
    ["任务", "/tasks"],
    ["日历", "/calendar"],
    ["消息", "/groups"],
    ["我的", "/"],
  ] as const) {
    const tab = bar.getByRole("link", { name })
    await tab.tap()
    await expect(page).toHaveURL((url) => url.pathname === path)
    await expect(tab).toHaveAttribute("aria-current", "page")
    await expect(bar).toBeInViewport({ ratio: 1 })
  }
})

test("how the portal looks and what it tells is each person's own choice, on every device", async ({
  as,
  portal,
}) => {
  const page = await as("Q013")
  await page.goto("/settings/look")
  for (const choice of ["English", "深色", "紧凑"])
    await page.getByText(choice, { exact: true }).click()
  await page.getByRole("button", { name: "保存" }).click()
  const elsewhere = await as("Q013")
  for (const each of [page, elsewhere]) {
    await expect(async () => {
      await each.goto("/tasks")
      const html = each.locator('html[lang=en][data-theme=dark][data-density="compact"]')
      await expect(html).toHaveCount(1, { timeout: 1_000 })
    }).toPass()
    await expect(each.getByRole("heading", { level: 1, name: "Tasks" })).toBeVisible()
  }

  const action = publishedActions().find(({ name }) => name.endsWith("#createTaskAction"))
  if (!action) throw new Error("no page makes tasks")
  const headers = { origin: portal.url, cookie: await cookieOf(portal, "Q016") }
  const assign = async (name: string) => {
    const input = { name, owner: "方圆", key: name }
    const { redirect } = await rawPost(portal, action, JSON.stringify([input]), headers)
    expect(redirect).toMatch(/\/tasks\/\d+/)
  }
  await assign("核对发票抬头")
  await page.goto("/inbox")
  await expect(page.getByRole("link", { name: "核对发票抬头" })).toBeVisible()
  await page.goto("/settings/notifications")
  const assigned = page.getByLabel("A task is assigned to me: Portal", { exact: true })
  await assigned.uncheck()
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Saved", { exact: true })).toBeVisible()
  await assign("盘点备件柜")
  await page.goto("/tasks")
  await expect(page.getByRole("link", { name: "盘点备件柜" })).toBeVisible()
  await page.goto("/inbox")
  await expect(page.getByRole("link", { name: "核对发票抬头" })).toBeVisible()
  await expect(page.getByRole("link", { name: "盘点备件柜" })).toBeHidden()
})

test("what a page complains of by itself doesn't stay unheard", async ({ as, complaints }) => {
  const page = await as("Q013")
  await page.goto("/settings/look")
  await page.evaluate(() => {
    new Image().src = "https://elsewhere.invalid/seen.png"
    setTimeout(() => Reflect.apply(Object(document).nothing, null, []))
  })
  await expect.poll(() => complaints.length).toBe(2)
  const heard = complaints.splice(0).join("\n")
  expect(heard).toContain("Content Security Policy")
  expect(heard).toContain("TypeError")
})
