import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"

/** A working Wednesday of its own for each test, far from what the sample company has. */
const week = (day: string) => `/calendar?view=week&date=${day}`
const entry = (page: Page, name: string) => page.getByRole("link", { name: new RegExp(name) })
const columnOf = (page: Page, day: string) =>
  page.locator(`[data-column="${day}"]:not([data-above])`)

async function make(page: Page, title: string, day: string, more?: () => Promise<void>) {
  await page.goto(`/calendar/new?start=${day}T10:00&end=${day}T11:00`)
  await page.getByLabel("标题").fill(title)
  await more?.()
  await page.getByRole("button", { name: "新建日程" }).click()
  await expect(page).toHaveURL(`/calendar?date=${day}`)
}

test("each view has its address, its links and its key", async ({ as }) => {
  const page = await as("Q016")
  await page.goto("/calendar?date=2026-11-25")
  const views = page.getByRole("navigation", { name: "视图" }).last()
  await views.getByRole("link", { name: "月", exact: true }).click()
  await expect(page).toHaveURL("/calendar?view=month&date=2026-11-25")
  await expect(page.getByText("2026年11月").first()).toBeVisible()
  await page.keyboard.press("w")
  await expect(page).toHaveURL("/calendar?view=week&date=2026-11-25")
  await page.keyboard.press("j")
  await expect(page).toHaveURL("/calendar?view=week&date=2026-12-02")
  await page.keyboard.press("d")
  await expect(page).toHaveURL("/calendar?view=day&date=2026-12-02")
  await page.keyboard.press("a")
  await expect(page).toHaveURL("/calendar?view=agenda&date=2026-12-02")
  await page.keyboard.press("?")
  await expect(page.getByRole("dialog").getByText("新建日程").first()).toBeVisible()
})

test("an appointment made in one browser is there in the other; a colleague sees only that one is busy", async ({
  as,
}) => {
  const [page, other, colleague] = [await as("Q016"), await as("Q016"), await as("Q012")]
  await other.goto(week("2027-03-10"))
  await colleague.goto(week("2027-03-10"))
  await colleague.getByRole("combobox", { name: "添加同事" }).fill("柯南星")
  await colleague.getByRole("option", { name: /柯南星/ }).click()
  await colleague.getByRole("button", { name: "添加", exact: true }).click()
  await expect(colleague.getByRole("checkbox", { name: "柯南星" })).toBeChecked()
  await make(page, "牙科复诊的那一天", "2027-03-10")
  await expect(entry(page, "牙科复诊的那一天")).toBeVisible()
  await expect(entry(other, "牙科复诊的那一天")).toBeVisible()
  await colleague.reload()
  // Besides the daily stand-up.
  await expect(columnOf(colleague, "2027-03-10").getByText("柯南星 忙")).toHaveCount(2)
  expect(await colleague.content()).not.toContain("牙科复诊的那一天")
})

test("by key an appointment is lifted and carried; it can be taken back, and Esc leaves it", async ({
  as,
}) => {
  const page = await as("Q016")
  await make(page, "搬动的日程", "2027-03-17")
  await entry(page, "搬动的日程").focus()
  await page.keyboard.press("s")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Escape")
  await expect(columnOf(page, "2027-03-17").getByText("10:00–11:00").first()).toBeVisible()
  await entry(page, "搬动的日程").focus()
  await page.keyboard.press("s")
  for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "Enter"])
    await page.keyboard.press(key)
  await expect(columnOf(page, "2027-03-18").getByRole("link", { name: /搬动的日程/ })).toBeVisible()
  await expect(page.getByText(/「搬动的日程」改到 3月18日.*10:30/).first()).toBeVisible()
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(columnOf(page, "2027-03-17").getByRole("link", { name: /搬动的日程/ })).toBeVisible()
})

test("with the pointer an appointment goes to another day, and free hours make a new one", async ({
  as,
}) => {
  const page = await as("Q016")
  await make(page, "拖动的日程", "2027-03-24")
  const from = await entry(page, "拖动的日程").boundingBox()
  const to = await columnOf(page, "2027-03-26").boundingBox()
  if (!from || !to) throw new Error("nothing to drag")
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 20, from.y + 20, { steps: 8 })
  await page.mouse.move(to.x + 20, from.y + 10 + 58, { steps: 4 })
  await page.mouse.up()
  const there = columnOf(page, "2027-03-26").getByRole("link", { name: /拖动的日程/ })
  await expect(there).toHaveAttribute("data-start", "2027-03-26T03:00:00.000Z")
  await page.mouse.click(to.x + 30, to.y + 5 * 58 + 10)
  await expect(page.getByRole("dialog").getByLabel("开始", { exact: true })).toHaveValue(
    "2027-03-26T13:00",
  )
})

test("one of a series is changed alone", async ({ as }) => {
  const page = await as("Q016")
  await make(page, "每天的晨读", "2027-04-12", async () => {
    await page.getByLabel("重复", { exact: true }).selectOption("workday")
  })
  await expect(entry(page, "每天的晨读")).toHaveCount(5)
  await entry(page, "每天的晨读").nth(1).click()
  await expect(page.getByText(/每个工作日/).first()).toBeVisible()
  await page.getByRole("button", { name: "删除这一次" }).click()
  await page.goto(week("2027-04-12"))
  await expect(entry(page, "每天的晨读")).toHaveCount(4)
})

test("a due time that is carried asks why", async ({ as }) => {
  const page = await as("Q010")
  await page.goto("/tasks/new")
  await page.getByLabel("任务名称").fill("日历里改期的任务")
  await page.getByLabel("负责人").fill("zhouzhou")
  await page.getByRole("option", { name: /周舟/ }).click()
  await page.getByLabel("截止时间").fill("2027-03-31T15:00")
  await page.getByRole("button", { name: /^新建任务/ }).click()
  await expect(page.getByRole("heading", { level: 1, name: "日历里改期的任务" })).toBeVisible()
  await page.goto(week("2027-03-31"))
  await entry(page, "日历里改期的任务").focus()
  for (const key of ["s", "ArrowRight", "Enter"]) await page.keyboard.press(key)
  await page.getByLabel("改期原因").fill("环境晚到一天")
  await page.getByRole("button", { name: "保存" }).click()
  await expect(
    page.locator('[data-column="2027-04-01"]').getByRole("link", { name: /日历里改期的任务/ }),
  ).toBeVisible()
})

test("the address of one's calendar is shown once, opens without signing in, and can be ended", async ({
  as,
  request,
  portal,
}) => {
  const page = await as("Q016")
  await page.goto("/calendar")
  await page.getByText("订阅到手机与电脑").click()
  await page.getByRole("button", { name: "生成订阅地址" }).click()
  const field = page.getByLabel("地址只显示这一次：")
  const path = new URL(await field.inputValue()).pathname
  const answer = await request.get(portal.url + path)
  expect([answer.status(), (await answer.text()).slice(0, 15)]).toEqual([200, "BEGIN:VCALENDAR"])
  await page.reload()
  await page.getByText("订阅到手机与电脑").click()
  await expect(field).toHaveCount(0)
  await page.getByRole("button", { name: "停止订阅" }).click()
  await expect(page.getByRole("button", { name: "生成订阅地址" })).toBeVisible()
  expect((await request.get(portal.url + path)).status()).toBe(404)
})

test("without script the calendar is read and written", async ({ as }) => {
  const page = await as("Q016", { javaScriptEnabled: false })
  await page.goto(week("2027-05-12"))
  await page.getByRole("link", { name: "下一周" }).click()
  await expect(page.getByText("5月17日–23日")).toBeVisible()
  await page.getByRole("link", { name: "新建日程" }).click()
  await page.getByLabel("标题").fill("没有脚本的日程")
  await page.getByLabel("开始", { exact: true }).fill("2027-05-19T10:00")
  await page.getByLabel("结束").fill("2027-05-19T11:00")
  await page.getByRole("button", { name: "新建日程" }).click()
  await expect(entry(page, "没有脚本的日程").first()).toBeVisible()
})
