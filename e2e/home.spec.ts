import type { Page } from "@playwright/test"
import { expect, pageOf, test } from "./fixtures"
import { type Portal, startPortal } from "./portal"
import { alter } from "./visitor"

test("工作台 says what can't wait first: urgent, due, to answer, to follow up, and then the rest", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/")
  const main = page.getByRole("main")
  const order = ["紧急消息", "今天要交付的任务", "等我回复", "要跟进的客户", "还要处理"]
  const tops: number[] = []
  for (const name of order) {
    const box = await main.getByRole("region", { name, exact: true }).boundingBox()
    tops.push(box?.y ?? Number.NaN)
  }
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
  await expect(main.getByRole("region", { name: "接下来" })).toBeHidden()
})

test("on a phone the day's meetings stand among what is to be done", async ({ as }) => {
  const page = await as("Q016", { viewport: { width: 390, height: 844 } })
  await page.goto("/calendar/new")
  await page.getByLabel("标题").fill("和客服对一遍答复口径")
  const soon = (minutes: number) => {
    const at = new Date(Date.now() + minutes * 60_000)
    return new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Asia/Shanghai",
      dateStyle: "short",
      timeStyle: "short",
    })
      .format(at)
      .replace(" ", "T")
  }
  await page.getByRole("textbox", { name: "开始" }).fill(soon(0))
  await page.getByRole("textbox", { name: "结束" }).fill(soon(30))
  await page.getByRole("button", { name: "新建日程" }).click()
  await page.waitForURL((url) => url.pathname !== "/calendar/new")
  await page.goto("/")
  const next = page.getByRole("region", { name: "接下来" })
  await expect(next.getByRole("link", { name: "和客服对一遍答复口径" })).toBeVisible()
})

test("the days of the week are read out with their dates, and whether something is on", async ({
  as,
}) => {
  for (const [locale, name] of [
    ["zh-CN", /^\d+月\d+日 星期.(，有日程)?$/],
    ["en-US", /^\w+day \d+ \w+(, with events)?$/],
  ] as const) {
    const page = await as("Q016", { locale })
    await page.goto("/")
    const days = page.getByRole("complementary").getByRole("link", { name })
    await expect(days).toHaveCount(7)
    await expect(days.and(page.locator("[aria-current=date]"))).toHaveCount(1)
  }
})

test("what is said in a group stands on an open 工作台 at once", async ({ as }) => {
  const reader = await as("Q010")
  const author = await as("Q016")
  await author.goto("/groups")
  await author
    .getByRole("navigation", { name: "消息列表" })
    .getByRole("link", { name: /秋季版本 V3.2/ })
    .first()
    .click()
  await author.waitForURL(/\/groups\/\d+/)
  await reader.goto("/")
  const box = author.getByRole("textbox", { name: "输入消息" }).first()
  await box.fill("压测机借到了，晚上接着跑")
  await box.press("Enter")
  await expect(
    reader
      .getByRole("region", { name: "群里的新消息" })
      .getByRole("link", { name: /压测机借到了/ }),
  ).toBeVisible()
})

/** Somebody who begins today: in a department, and in nothing else. */
function beginner(portal: Portal, staffNo: string): void {
  alter(
    portal,
    `insert into people (staff_no, name, pinyin, initials, email, department_id, level, created_at)
     select ?, '新来', 'xinlai', 'xl', ?, id, 'edit', ? from departments where name = '市场部'`,
    staffNo,
    `${staffNo}@qibu.example`,
    Date.now(),
  )
}

test("a day that asks nothing leads on: to groups, colleagues and one's profile", async ({
  as,
  portal,
}) => {
  beginner(portal, "Q890")
  const page = await as("Q890")
  const begin = page.getByRole("region", { name: "从这里开始" })
  for (const [link, path] of [
    ["看看可以加入的组", "/groups/browse"],
    ["市场部的同事", "/people"],
    ["头像与手机号", "/settings"],
  ] as const) {
    await page.goto("/")
    await begin.getByRole("link", { name: link }).click()
    await page.waitForURL((url) => url.pathname === path)
  }
  await page.goto("/groups/new")
  await page.getByLabel("组名称").fill("新人第一组")
  await page.getByRole("button", { name: "新建沟通组" }).click()
  await page.waitForURL(/\/groups\/\d+$/)
  await page.goto("/")
  await expect(begin.getByRole("link", { name: "新人第一组" })).toBeVisible()

  const busy = await as("Q016")
  await busy.goto("/")
  await expect(busy.getByRole("region", { name: "今天要交付的任务" })).toBeVisible()
  await expect(busy.getByRole("region", { name: "从这里开始" })).toHaveCount(0)
})

/**
 * By how much (px) what scrolls on the page is longer than the screen has room for. Late in the
 * evening the sample's next meeting lasts until midnight: hours of so long a day scroll in the rail.
 */
const beyond = async (page: Page) => {
  const late = (await page.getByRole("complementary").getByText("24:00").count()) > 0
  return page
    .getByRole("main")
    .locator(late ? "*:not(aside)" : "*")
    .evaluateAll((all) =>
      Math.max(
        0,
        ...all.flatMap((one) =>
          /auto|scroll/.test(getComputedStyle(one).overflowY)
            ? [one.scrollHeight - one.clientHeight]
            : [],
        ),
      ),
    )
}

test("an ordinary day stands on one screen, without scrolling", async ({ lend }) => {
  // A portal of its own: elsewhere other tests give these people more to do.
  const portal = await startPortal()
  try {
    for (const staffNo of ["Q011", "Q013", "Q012", "Q020"]) {
      const page = await pageOf(lend, portal, staffNo)
      await page.goto("/")
      await expect(page.getByRole("region", { name: "今天要交付的任务" })).toBeVisible()
      expect(await beyond(page), staffNo).toBe(0)
    }
  } finally {
    await portal.stop()
  }
})
