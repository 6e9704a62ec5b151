import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { alter } from "./visitor"

const row = (page: Page, name: string) => page.locator("[data-row]", { hasText: name })

async function make(page: Page, name: string) {
  await page.goto("/tasks/new")
  await page.getByLabel("任务名称").fill(name)
  await page.getByLabel("负责人").fill("chenchen")
  await page.getByRole("option", { name: /陈晨/ }).click()
  await page.getByRole("button", { name: /^新建任务/ }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
}

test("a row is changed where it stands, by key and by its cell, and taken back", async ({ as }) => {
  const page = await as("Q011")
  await make(page, "就地修改的任务")
  await page.goto("/tasks?view=created&sort=updated")
  await row(page, "就地修改的任务").getByRole("link").focus()
  const panel = page.getByRole("dialog", { name: "改优先级：就地修改的任务" })
  // Keys work once the page's script runs.
  await expect(async () => {
    await page.keyboard.press("p")
    await expect(panel).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await panel.getByRole("button", { name: "高" }).click()
  await expect(page.getByText("已修改 1 项任务")).toBeVisible()
  await expect(row(page, "就地修改的任务").getByTitle("优先级 高")).toBeVisible()
  await expect(row(page, "就地修改的任务").getByRole("link")).toBeFocused()
  await page.keyboard.press("s")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await page.goto("/tasks?view=created")
  const doing = page.locator("details", { hasText: "进行中" }).first()
  await expect(doing.getByRole("link", { name: "就地修改的任务" })).toBeVisible()
  await page
    .locator("[data-row]", { hasText: "就地修改的任务" })
    .locator("[data-edit=progress]")
    .click()
  const update = page.getByRole("dialog", { name: "更新进度：就地修改的任务" })
  await update.getByRole("slider").fill("40")
  await update.getByRole("combobox", { name: /当前状态/ }).selectOption("需支持")
  await update.getByRole("textbox", { name: /需要谁或什么支持/ }).fill("等测试组借机器")
  await update.getByRole("button", { name: "更新进度 就地修改的任务" }).click()
  await expect(page.getByText("已更新「就地修改的任务」的进度")).toBeVisible()
  await expect(row(page, "就地修改的任务").getByText("40%")).toBeVisible()
  await page.keyboard.press("s")
  await page.keyboard.press("Escape")
  await expect(page.getByRole("dialog")).toHaveCount(0)
})

test("what is chosen stays chosen while the list is redrawn, and an owner is picked", async ({
  as,
}) => {
  const page = await as("Q011")
  for (const name of ["选中的任务", "别处会动的任务"]) await make(page, name)
  const address = page.url()
  await page.goto("/tasks?view=created")
  const box = page.getByRole("checkbox", { name: "选择 选中的任务", exact: true })
  await box.check({ force: true })
  const other = await as("Q011")
  await other.goto(address)
  await other.getByRole("radio", { name: "进行中" }).click()
  const doing = page.locator("details", { hasText: "进行中" }).first()
  await expect(doing.getByRole("link", { name: "别处会动的任务" })).toBeVisible()
  await expect(box).toBeChecked()
  const bar = page.getByRole("form", { name: "批量修改" })
  await bar.getByRole("combobox", { name: "负责人" }).fill("xunuo")
  await bar.getByRole("option", { name: /许诺/ }).click()
  await bar.getByRole("button", { name: "应用" }).click()
  await expect(page.getByText("已修改 1 项任务")).toBeVisible()
})

test("a list has other groups, a month, and a name that colleagues find", async ({ as }) => {
  const page = await as("Q016")
  await page.goto("/tasks?view=department&by=owner")
  await expect(page.locator("details > summary", { hasText: "李安宁" })).toBeVisible()
  await page.getByRole("button", { name: "保存视图" }).click()
  const form = page.getByRole("form", { name: "保存视图" })
  await form.getByLabel("视图名称").fill("产品部按人看")
  await form.getByLabel("共享给").selectOption({ label: "产品部" })
  await form.getByRole("button", { name: "保存" }).click()
  await expect(page.getByRole("link", { name: "产品部按人看" })).toHaveAttribute(
    "aria-current",
    "page",
  )
  const stranger = await as("Q011")
  await stranger.goto("/tasks")
  await expect(stranger.getByRole("link", { name: "产品部按人看" })).toHaveCount(0)
  await stranger.goto("/search?q=产品部按人看")
  await expect(stranger.getByText("没有找到「产品部按人看」")).toBeVisible()
  await page.goto("/search?q=产品部按人看")
  await expect(page.getByRole("link", { name: /产品部按人看/ }).first()).toBeVisible()
  await page.goto("/tasks?view=department&as=calendar")
  await expect(page.getByRole("table", { name: "截止时间月历" })).toContainText("3.3 版本需求评审")
  await page.getByRole("link", { name: "下个月" }).click()
  await expect(page).toHaveURL(/from=\d{4}-\d\d-01/)
})

test("the timeline says that a task is late from the first minute, and writes a date as one word", async ({
  as,
  portal,
}) => {
  const page = await as("Q016")
  await page.goto("/tasks/new")
  await page.getByLabel("任务名称").fill("刚过截止时间")
  await page.getByLabel("负责人").fill("柯南星")
  await page.getByRole("button", { name: "新建任务" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "刚过截止时间" })).toBeVisible()
  const late = "update tasks set due_at = ?, progress = 30 where name = '刚过截止时间'"
  expect(alter(portal, late, Date.now() - 1_000)).toBe(1)
  await page.goto("/tasks?as=timeline")
  const row = page.locator("[data-row]", { hasText: "刚过截止时间" })
  await expect(row.getByText("30%，已逾期", { exact: true })).toBeVisible()
  const oneWord = ["text-autospace", "no-autospace"] as const
  await expect(
    page
      .getByRole("main")
      .getByText(/^\d+月\d+日$/)
      .first(),
  ).toHaveCSS(...oneWord)

  await page.keyboard.press("ControlOrMeta+k")
  await page.getByRole("combobox", { name: "搜索" }).fill("压测")
  const found = page.getByRole("dialog").getByText(/^\d+月\d+日$/)
  await expect(found.first()).toHaveCSS(...oneWord)
})

test("beside a record a list that is narrow keeps the names of its tasks", async ({ as }) => {
  for (const width of [1180, 1280]) {
    const page = await as("Q016", { viewport: { width, height: 800 }, locale: "en-US" })
    await page.goto("/tasks")
    const names = page.locator("[data-row] [data-open]")
    await names.first().click()
    await expect(page.locator("[data-pane]")).toBeVisible()
    for (const name of await names.all()) {
      const beside = name.locator("xpath=../following-sibling::*[contains(@class, 'way')]")
      const [box, next] = [await name.boundingBox(), await beside.boundingBox()]
      const whole = await name.evaluate((link) => link.scrollWidth <= link.clientWidth)
      expect(whole || (box?.width ?? 0) > 120).toBe(true)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(next?.x ?? 0)
    }
  }
})

test("heads see who has how much to do; others have no such page", async ({ as }) => {
  const head = await as("Q010")
  await head.goto("/tasks?view=people")
  const table = head.getByRole("table", { name: "每个人的任务" })
  await table.getByRole("link", { name: /陈晨/ }).click()
  await expect(head).toHaveURL(/owner=\d+/)
  await expect(head.getByRole("link", { name: "身份服务单点登出" })).toBeVisible()
  const intern = await as("Q013")
  await intern.goto("/tasks")
  await expect(intern.getByRole("link", { name: "团队" })).toHaveCount(0)
  await intern.goto("/tasks?view=people")
  await expect(intern.getByText("陈晨")).toHaveCount(0)
})

test("the sample files come in after a preview, and the list prints with its heads", async ({
  as,
}) => {
  const page = await as("Q004")
  await page.goto("/tasks/import")
  await page.getByLabel("选择文件").setInputFiles("tests/samples/T3-tasks.xlsx")
  await expect(page.getByRole("heading", { name: "3 行可以导入" })).toBeVisible()
  await expect(page.getByText("只会放到部门")).toBeVisible()
  await page.getByRole("button", { name: "导入", exact: true }).click()
  await expect(page.getByRole("link", { name: "登录页改版" })).toBeVisible()
  await page.goto("/matters/import")
  await page.getByLabel("选择文件").setInputFiles("tests/samples/T1-matters.csv")
  await expect(page.getByRole("heading", { name: "3 行可以导入" })).toBeVisible()
  await page.getByRole("button", { name: "导入", exact: true }).click()
  await expect(page.getByRole("button", { name: "导入", exact: true })).toBeHidden()
  await page.goto("/matters/20240501")
  await expect(page.getByText("XS20240501").first()).toBeVisible()
  await page.goto("/tasks?view=created")
  await page.emulateMedia({ media: "print" })
  await expect(page.getByRole("navigation")).toHaveCount(0)
  const heads = page.locator(".print-head")
  await expect(heads).toContainText("栖木软件")
  await expect(heads).toContainText("截止时间")
  expect(await heads.evaluate((head) => getComputedStyle(head).display)).toBe("table-header-group")
})
