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
  await page.mouse.click(to.x + 30, to.y + 13 * 58 + 10)
  await expect(page.getByRole("dialog").getByLabel("开始", { exact: true })).toHaveValue(
    "2027-03-26T13:00",
  )
})

test("one of a series is changed or taken out alone, or with all that follow", async ({ as }) => {
  const page = await as("Q016")
  await make(page, "每天的晨读", "2027-04-12", async () => {
    await page.getByLabel("重复", { exact: true }).selectOption("workday")
  })
  await expect(entry(page, "每天的晨读")).toHaveCount(5)
  await entry(page, "每天的晨读").nth(1).click()
  await expect(page.getByText(/每个工作日/).first()).toBeVisible()
  await expect(page.getByLabel("重复", { exact: true })).toBeHidden()
  await page.getByLabel("标题").fill("只有一次的朗读")
  await page.getByRole("button", { name: "保存" }).click()
  await expect(entry(page, "只有一次的朗读")).toHaveCount(1)
  await expect(entry(page, "每天的晨读")).toHaveCount(4)
  await entry(page, "每天的晨读").nth(1).click()
  await page.getByText("这次和以后", { exact: true }).click()
  await page.getByLabel("标题").fill("换了书的晨读")
  await page.getByRole("button", { name: "保存" }).click()
  await expect(entry(page, "换了书的晨读")).toHaveCount(3)
  await entry(page, "换了书的晨读").nth(1).click()
  await page.getByRole("button", { name: "删除", exact: true }).click()
  await page.getByRole("button", { name: "删除这次和以后" }).click()
  await expect(entry(page, "换了书的晨读")).toHaveCount(1)
  await page.getByRole("button", { name: "撤销" }).click()
  await expect(entry(page, "换了书的晨读")).toHaveCount(3)
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

test("a department's and a group's calendar say who is busy, and nothing of with what", async ({
  as,
}) => {
  const [chen, page] = [await as("Q011"), await as("Q016")]
  await make(chen, "陈晨的体检", "2027-06-09")
  await page.goto(week("2027-06-09"))
  const whose = page.getByRole("navigation", { name: "看谁的" })
  await whose.getByText("沟通组").click()
  await whose.getByRole("link", { name: "秋季版本 V3.2" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "秋季版本 V3.2的日历" })).toBeVisible()
  await expect(
    columnOf(page, "2027-06-09")
      .getByText(/陈晨.*忙/)
      .first(),
  ).toBeVisible()
  await page.getByRole("link", { name: "日", exact: true }).click()
  const row = page.getByRole("row", { name: /陈晨/ })
  await expect(row.getByText("忙 10:00–11:00")).toBeAttached()
  // Open pages follow.
  await make(chen, "再来一次", "2027-06-10")
  await page.goto("/calendar?view=day&date=2027-06-11&group=2")
  await expect(row).toBeVisible()
  await expect(row.getByText("忙 10:00–11:00")).toHaveCount(0)
  await make(chen, "看得见忙", "2027-06-11")
  await expect(row.getByText("忙 10:00–11:00")).toBeAttached()
  expect(await page.content()).not.toMatch(/体检|再来一次|看得见忙/)
})

test("on a phone the options are a sheet, the list is marked, and a day of the month opens its list", async ({
  as,
}) => {
  const page = await as("Q016", { viewport: { width: 390, height: 844 }, hasTouch: true })
  await make(page, "手机上的日程", "2027-06-16")
  const views = page.getByRole("navigation", { name: "视图" }).filter({ visible: true })
  await expect(views.getByRole("link", { name: "列表" })).toHaveAttribute("aria-current", "page")
  await page.getByRole("button", { name: "日历选项" }).click()
  const sheet = page.getByRole("complementary", { name: "日历选项" })
  await expect(sheet.getByRole("checkbox", { name: "任务截止" })).toBeVisible()
  await expect(sheet.getByText("订阅到手机与电脑")).toBeVisible()
  await sheet.getByRole("button", { name: "关闭" }).click()
  await expect(sheet).toBeHidden()
  await views.getByRole("link", { name: "月", exact: true }).click()
  await page.getByRole("link", { name: /6月17日.*\d 项/ }).click()
  await expect(page).toHaveURL(/date=2027-06-17/)
  await page.getByRole("link", { name: /6月16日.*\d 项/ }).click()
  await expect(entry(page, "手机上的日程").filter({ visible: true })).toBeVisible()
})

test("a finger that stays on an appointment carries it; one that doesn't scrolls", async ({
  as,
}) => {
  const page = await as("Q016", { viewport: { width: 390, height: 844 }, hasTouch: true })
  await make(page, "按住搬走", "2027-06-21")
  await page.goto(week("2027-06-21"))
  const link = entry(page, "按住搬走").filter({ visible: true })
  await link.scrollIntoViewIfNeeded()
  const from = await link.boundingBox()
  if (!from) throw new Error("nothing to hold")
  const client = await page.context().newCDPSession(page)
  const [x, y] = [from.x + 20, from.y + 20]
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", dx = 0, dy = 0) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: x + dx, y: y + dy }],
    })
  await touch("touchStart")
  await expect(link).toHaveAttribute("data-lifted", "")
  for (const part of [0.25, 0.5, 0.75, 1]) await touch("touchMove", 88 * part, 58 * part)
  await touch("touchEnd")
  const there = columnOf(page, "2027-06-22").getByRole("link", { name: /按住搬走/ })
  await expect(there).toHaveAttribute("data-start", "2027-06-22T03:00:00.000Z")
})

test("hours of the night are there by scrolling, and one is drawn there", async ({ as }) => {
  const page = await as("Q016")
  await page.goto(week("2027-06-30"))
  const hours = page.locator("[data-hours]")
  await expect.poll(() => hours.evaluate((each) => each.scrollTop)).toBeGreaterThan(400)
  await hours.evaluate((each) => each.scrollTo(0, each.scrollHeight))
  const column = await columnOf(page, "2027-06-30").boundingBox()
  if (!column) throw new Error("there is no such day")
  await page.mouse.move(column.x + 30, column.y + 22 * 58 + 4)
  await page.mouse.down()
  await page.mouse.move(column.x + 30, column.y + 23.5 * 58, { steps: 4 })
  await page.mouse.up()
  const dialog = page.getByRole("dialog")
  await expect(dialog.getByLabel("开始", { exact: true })).toHaveValue("2027-06-30T22:00")
  await expect(dialog.getByLabel("结束")).toHaveValue("2027-06-30T23:30")
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
  await entry(page, "没有脚本的日程").first().click()
  await page.getByRole("button", { name: "删除", exact: true }).click()
  await expect(page).toHaveURL("/calendar?date=2027-05-19")
  await expect(entry(page, "没有脚本的日程")).toHaveCount(0)
  const tasks = page.getByRole("checkbox", { name: "任务截止" })
  await tasks.click()
  await expect(tasks).not.toBeChecked()
  await tasks.click()
  await expect(tasks).toBeChecked()
})

test("without script a colleague comes and goes, and the address is made, shown once and ended", async ({
  as,
}) => {
  const page = await as("Q013", { javaScriptEnabled: false })
  await page.goto("/calendar")
  await page.getByRole("combobox", { name: "添加同事" }).fill("周舟")
  await page.getByRole("button", { name: "添加", exact: true }).click()
  const zhou = page.getByRole("checkbox", { name: "周舟" })
  await expect(zhou).toBeChecked()
  await page.getByRole("button", { name: "不再看周舟" }).click()
  await expect(zhou).toHaveCount(0)
  await page.getByText("订阅到手机与电脑").click()
  await page.getByRole("button", { name: "生成订阅地址" }).click()
  await expect(page.getByLabel("地址只显示这一次：")).toHaveValue(/\/feeds\/[\w-]{43}\.ics$/)
  await page.getByRole("button", { name: "停止订阅" }).click()
  await expect(page.getByText("已停止，原地址不再有效。")).toBeVisible()
})

test("without script all that follow in a series are taken out", async ({ as }) => {
  const [page, plain] = [await as("Q013"), await as("Q013", { javaScriptEnabled: false })]
  await make(page, "晚间巡检", "2027-07-05", async () => {
    await page.getByLabel("重复", { exact: true }).selectOption("workday")
  })
  await plain.goto(week("2027-07-05"))
  await expect(entry(plain, "晚间巡检")).toHaveCount(5)
  await entry(plain, "晚间巡检").nth(2).click()
  await plain.getByRole("button", { name: "删除", exact: true }).click()
  await plain.getByRole("button", { name: "删除这次和以后" }).click()
  await plain.goto(week("2027-07-05"))
  await expect(entry(plain, "晚间巡检")).toHaveCount(2)
})

test("lunar dates stand beside the figures for who reads Chinese, and for nobody else", async ({
  as,
  portal,
}) => {
  const [chinese, english] = [await as("Q031"), await as("Q031", { locale: "en-GB" })]
  await english.context().addCookies([{ name: "qibu.locale", value: "en", url: portal.url }])
  for (const page of [chinese, english]) await page.goto("/calendar?view=month&date=2026-11-25")
  const day = (page: Page) => page.locator("time[datetime='2026-11-25']").first().locator("..")
  await expect(day(chinese)).toHaveText(/25\s*十七/)
  await expect(day(english)).toHaveText(/^25$/)
  await expect(chinese.getByText("小雪").first()).toBeVisible()
  await expect(english.getByText("小雪")).toHaveCount(0)
})
