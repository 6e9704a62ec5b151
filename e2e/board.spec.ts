import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"

const board = "/tasks?view=created&as=board"
const lane = (page: Page, name: string) => page.getByRole("region", { name, exact: true })
const card = (page: Page, name: string) => page.getByRole("link", { name, exact: true })

async function make(page: Page, name: string): Promise<void> {
  await page.goto("/tasks/new")
  await page.getByLabel("任务名称").fill(name)
  await page.getByLabel("负责人").fill("zhouzhou")
  await page.getByRole("option", { name: /周舟/ }).click()
  await page.getByRole("button", { name: /^新建任务/ }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
}

test("a card that is carried to another lane changes its task, for others too, and can be taken back", async ({
  as,
}) => {
  const page = await as("Q010")
  await make(page, "看板上的第一项")
  const other = await as("Q010")
  for (const each of [page, other]) {
    await each.goto(board)
    await expect(lane(each, "未开始").getByRole("link", { name: "看板上的第一项" })).toBeVisible()
  }
  await card(page, "看板上的第一项").dragTo(lane(page, "进行中"))
  await expect(lane(page, "进行中").getByRole("link", { name: "看板上的第一项" })).toBeVisible()
  await expect(lane(other, "进行中").getByRole("link", { name: "看板上的第一项" })).toBeVisible()
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(lane(page, "未开始").getByRole("link", { name: "看板上的第一项" })).toBeVisible()
  await expect(lane(other, "未开始").getByRole("link", { name: "看板上的第一项" })).toBeVisible()
})

test("by key a card is lifted, carried and dropped; Esc leaves it where it was", async ({ as }) => {
  const page = await as("Q010")
  await make(page, "看板上的第二项")
  await page.goto(board)
  await card(page, "看板上的第二项").focus()
  await page.keyboard.press("s")
  await expect(page.getByText("已拿起「看板上的第二项」")).toBeAttached()
  await page.keyboard.press("l")
  await expect(page.getByText("松开后改为进行中")).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByText("松开后改为进行中")).toHaveCount(0)
  await expect(lane(page, "未开始").getByRole("link", { name: "看板上的第二项" })).toBeVisible()
  await page.keyboard.press("s")
  await page.keyboard.press("l")
  await page.keyboard.press("l")
  await expect(page.getByText("会通知协办人、创建人和部门负责人")).toBeVisible()
  await page.keyboard.press("Enter")
  const asked = page.getByRole("dialog", { name: "看板上的第二项" })
  await expect(asked.getByLabel("需要谁或什么支持")).toBeFocused()
  await page.keyboard.press("Escape")
  await expect(lane(page, "未开始").getByRole("link", { name: "看板上的第二项" })).toBeFocused()
  for (const key of ["s", "l", "l", "Enter"]) await page.keyboard.press(key)
  await asked.getByLabel("需要谁或什么支持").fill("请段立开测试环境")
  await page.keyboard.press("Enter")
  await expect(lane(page, "需支持").getByRole("link", { name: "看板上的第二项" })).toBeFocused()
  await expect(lane(page, "需支持").getByText("请段立开测试环境")).toBeVisible()
})

test("a card let go over 需支持 asks who or what is needed, and lies there meanwhile", async ({
  as,
}) => {
  const [page, other] = [await as("Q010"), await as("Q010")]
  await make(page, "看板上的第三项")
  for (const each of [page, other]) {
    await each.goto(board)
    await expect(lane(each, "未开始").getByRole("link", { name: "看板上的第三项" })).toBeVisible()
  }
  const asked = page.getByRole("dialog", { name: "看板上的第三项" })
  await card(page, "看板上的第三项").dragTo(lane(page, "需支持"))
  await expect(asked).toBeVisible()
  // The dialog hides what lies behind it from those who go by names.
  await expect(page.locator("[data-lane=need_support]")).toContainText("看板上的第三项")
  await asked.getByRole("button", { name: "取消" }).first().click()
  await expect(lane(page, "未开始").getByRole("link", { name: "看板上的第三项" })).toBeVisible()
  await card(page, "看板上的第三项").dragTo(lane(page, "需支持"))
  await asked.getByLabel("需要谁或什么支持").fill("借两台压测机")
  await asked.getByRole("button", { name: "请求支持" }).click()
  await expect(lane(other, "需支持").getByText("借两台压测机")).toBeVisible()
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(lane(other, "未开始").getByRole("link", { name: "看板上的第三项" })).toBeVisible()
})

test("chosen rows that need support say what, all together", async ({ as }) => {
  const page = await as("Q010")
  for (const name of ["求助的一", "求助的二"]) await make(page, name)
  await page.goto("/tasks?view=created")
  for (const name of ["求助的一", "求助的二"])
    await page.getByRole("checkbox", { name: `选择 ${name}`, exact: true }).check({ force: true })
  const bar = page.getByRole("form", { name: "批量修改" })
  await expect(bar.getByLabel("需要谁或什么支持")).toHaveCount(0)
  await bar.getByLabel("状态").selectOption({ label: "需支持" })
  await bar.getByRole("button", { name: "应用" }).click()
  await expect(bar.getByLabel("需要谁或什么支持")).toBeFocused()
  await bar.getByLabel("需要谁或什么支持").fill("请客服给两个联系人")
  await bar.getByRole("button", { name: "应用" }).click()
  await expect(page.getByText("已修改 2 项任务")).toBeVisible()
  await page.goto("/tasks?view=created&state=need_support")
  for (const name of ["求助的一", "求助的二"]) {
    await page.goto("/tasks?view=created&state=need_support")
    await page.getByRole("link", { name, exact: true }).click()
    await expect(page.getByText("请客服给两个联系人").first()).toBeVisible()
  }
})

test("another due time asks why, and the reason stands on the task", async ({ as }) => {
  const page = await as("Q010")
  await make(page, "改期的任务")
  await page.getByRole("link", { name: "编辑" }).click()
  const due = page.getByLabel("截止时间")
  await due.fill("2027-03-01T18:00")
  await page.getByRole("button", { name: "保存" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "改期的任务" })).toBeVisible()
  await page.getByRole("link", { name: "编辑" }).click()
  await due.fill("2027-03-05T18:00")
  await page.getByRole("button", { name: "保存" }).click()
  await expect(page.getByText("截止时间改了，请写一句原因")).toBeVisible()
  await page.getByLabel("改期原因").fill("测试环境晚到四天")
  await page.getByRole("button", { name: "保存" }).click()
  await expect(page.getByText("测试环境晚到四天")).toBeVisible()
})

test("what hasn't been heard of today is answered on one page, in a line each", async ({ as }) => {
  const page = await as("Q011")
  await page.goto("/tasks/updates")
  const row = page.getByRole("listitem").filter({ hasText: "身份服务单点登出" })
  await row.getByRole("slider").fill("75")
  await row.getByLabel("一句话说明进展 身份服务单点登出").fill("会话表的列补好了")
  await row.getByRole("button", { name: /更新进度/ }).click()
  await expect(row).toHaveCount(0)
  await page.goto("/tasks")
  await page.getByRole("link", { name: "身份服务单点登出" }).click()
  await expect(page.getByText("会话表的列补好了")).toBeVisible()
})

test("a page of its own, followed to from the list, isn't taken for a task beside it", async ({
  as,
}) => {
  const page = await as("Q011")
  await page.goto("/tasks")
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "/tasks/updates" })
    link.dataset.soft = ""
    document.body.append(link)
    link.click()
  })
  await expect(page).toHaveURL(/\/tasks\/updates$/)
  await expect(page.getByRole("heading", { level: 1, name: "更新进度" })).toBeVisible()
})

test("chosen rows change together, and one press takes it back", async ({ as }) => {
  const page = await as("Q010")
  for (const name of ["批量的一", "批量的二"]) await make(page, name)
  await page.goto("/tasks?view=created")
  for (const name of ["批量的一", "批量的二"])
    await page.getByRole("checkbox", { name: `选择 ${name}`, exact: true }).check({ force: true })
  const bar = page.getByRole("form", { name: "批量修改" })
  await bar.getByLabel("状态").selectOption({ label: "进行中" })
  await bar.getByRole("button", { name: "应用" }).click()
  await expect(page.getByText("已修改 2 项任务")).toBeVisible()
  const group = (name: string) => page.locator("details", { hasText: name }).first()
  await expect(group("进行中").getByRole("link", { name: "批量的一" })).toBeVisible()
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(group("未开始").getByRole("link", { name: "批量的二" })).toBeVisible()
  await expect(group("未开始").getByRole("link", { name: "批量的一" })).toBeVisible()
})
