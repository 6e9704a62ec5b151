import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { expectReadable } from "./readable"

const title = "扫码枪换型评审"

/** 柯南星 books a meeting for next month with 周舟 and 许诺, who takes notes. */
async function book(page: Page): Promise<void> {
  await page.goto("/meetings")
  await page.getByRole("link", { name: "预约会议" }).first().click()
  await page.getByLabel("会议名称").fill(title)
  await page.getByLabel("开始时间").fill("2031-05-20T10:00")
  await expect(page.getByLabel("结束时间")).toHaveValue("2031-05-20T11:00")
  for (const [typed, name] of [
    ["zhouzhou", "周舟"],
    ["xunuo", "许诺"],
  ]) {
    await page.getByRole("combobox", { name: "参会人员" }).fill(typed ?? "")
    await page.locator("[role=option]", { hasText: name ?? "" }).click()
  }
  await page.getByRole("combobox", { name: "记录人" }).fill("xunuo")
  await page.locator("[role=option]", { hasText: "许诺" }).click()
  await page.getByLabel("议题 1", { exact: true }).fill("三款样机对比")
  await page.getByLabel("议题 1 目标").fill("选出一款")
  await page.getByLabel("议题 1 时长", { exact: true }).fill("70")
}

test("a meeting is booked, answered, held, minuted, and becomes a task that is done", async ({
  as,
}) => {
  test.slow()
  const [host, head, notes] = [await as("Q016"), await as("Q010"), await as("Q012")]
  await book(host)
  // Seventy minutes don't fit into an hour: said while typing, and put right with one press.
  await expect(host.getByText("70 / 60 分钟，超出 10 分钟")).toBeVisible()
  await host.getByRole("button", { name: "议题 1 改为 60 分钟" }).click()
  await expect(host.getByText("60 / 60 分钟")).toBeVisible()
  await expect(host.getByRole("region", { name: "人更齐的时间" })).toContainText("改到此时")
  await host.getByRole("button", { name: "发布", exact: true }).click()
  await expect(host.getByRole("heading", { level: 1, name: title })).toBeVisible()
  const address = new URL(host.url()).pathname

  await head.goto("/inbox")
  await expect(head.getByText(title).first()).toBeVisible()
  await head.goto(address)
  await head.getByRole("button", { name: "参加", exact: true }).click()
  await expect(head.getByRole("button", { name: "参加", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  )
  // The host sees the answer without reading the page anew.
  await expect(host.getByText("参加 1，不参加 0，未答复 2").last()).toBeVisible()
  await head.goto("/calendar?date=2031-05-20")
  await expect(head.getByText(title).first()).toBeVisible()

  await notes.goto(address)
  await host.getByRole("button", { name: "开始会议" }).click()
  await expect(host.getByRole("button", { name: "结束会议" })).toBeVisible()
  // Everybody's page follows.
  await expect(notes.getByRole("button", { name: "添加要点" })).toBeVisible()
  await notes.getByRole("button", { name: "添加要点" }).click()
  await notes.getByRole("textbox", { name: "议题 1 要点 1" }).fill("第二款续航 14 小时，最轻")
  await notes.getByRole("textbox", { name: "议题 1 要点 1" }).press("Enter")
  await expect(host.getByRole("textbox", { name: "议题 1 要点 1" })).toHaveValue(
    "第二款续航 14 小时，最轻",
  )
  await notes.getByRole("button", { name: "添加决议" }).click()
  await notes.getByRole("textbox", { name: "决议 1-1 事项" }).fill("买 20 台第二款")
  await notes.getByRole("combobox", { name: "决议 1-1 负责人" }).fill("zhouzhou")
  await notes.locator("[role=option]", { hasText: "周舟" }).click()
  await host.getByRole("button", { name: "结束会议" }).click()
  await expect(host.getByRole("link", { name: "写会议纪要" })).toBeVisible()

  // Without a time it stays unpublished, and says which.
  await notes.goto(`${address}/minutes`)
  await notes.getByRole("button", { name: "发布", exact: true }).click()
  await expect(notes.getByRole("alert").filter({ hasText: "决议 1-1 还没写全" })).toBeVisible()
  await notes.getByLabel("决议 1-1 截止时间").fill("2031-05-28T18:00")
  await notes.getByRole("textbox", { name: "议题 1 要点 1" }).focus()
  await expect(host.getByText("待提交").first()).toBeVisible()
  await notes.getByRole("button", { name: "发布", exact: true }).click()
  await expect(notes.getByRole("heading", { name: `${title} 会议纪要` })).toBeVisible()

  await head.goto(`${address}/minutes`)
  await expect(head.getByRole("region", { name: "与你有关" })).toContainText("买 20 台第二款")
  await expectReadable(head, "minutes")
  await head.getByRole("link", { name: /未开始/ }).click()
  await expect(head.getByRole("heading", { name: "买 20 台第二款" })).toBeVisible()
  await notes.goto("/minutes")
  await expect(notes.getByRole("link", { name: title })).toBeVisible()
})

test("who isn't in a meeting finds neither it nor its minutes", async ({ as }) => {
  const page = await as("Q016")
  await page.goto("/meetings?view=past")
  const outsider = await as("Q105")
  const paths = await page
    .getByRole("link", { name: "部门负责人例会" })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))
  expect(paths.length).toBeGreaterThan(0)
  for (const path of paths)
    for (const end of ["", "/minutes", "/edit"])
      expect((await outsider.goto(path + end))?.status(), path + end).toBe(404)
  await outsider.goto("/minutes")
  await expect(outsider.getByText("部门负责人例会")).toHaveCount(0)
})

test("an instant meeting from a group runs at once and lies in the group's messages", async ({
  as,
}) => {
  const [page, member] = [await as("Q010"), await as("Q012")]
  await page.goto("/groups")
  await page
    .getByRole("link", { name: /秋季版本 V3.2/ })
    .first()
    .click()
  await page.getByRole("link", { name: "会议", exact: true }).last().click()
  await page.getByRole("button", { name: "发起即时会议" }).click()
  await expect(page.getByRole("button", { name: "结束会议" })).toBeVisible()
  await member.goto("/inbox")
  await expect(member.getByText("秋季版本 V3.2即时会议").first()).toBeVisible()
  // Its minutes lie among the group's files from the same moment on.
  await member.goto("/groups")
  await member
    .getByRole("link", { name: /秋季版本 V3.2/ })
    .first()
    .click()
  await member.getByRole("link", { name: "文件", exact: true }).last().click()
  await expectReadable(member, "a group's files with its minutes")
  await member.getByRole("link", { name: "秋季版本 V3.2即时会议 会议纪要" }).click()
  await expect(member.getByRole("button", { name: "添加要点" })).toBeVisible()
})

test("overdue resolutions are nudged together, once a day", async ({ as }) => {
  const page = await as("Q016")
  await page.goto("/reports/resolutions")
  await page.getByRole("checkbox", { name: "选中全部逾期" }).check()
  await page.getByRole("button", { name: "催办", exact: true }).click()
  await expect(page.getByText(/已催办 \d+ 项/)).toBeVisible()
  await expect(page.getByText(/催办 1 次/).first()).toBeVisible()
  // Again, now with the one press for all of them: today they have been.
  await page.getByRole("button", { name: /^催办全部逾期/ }).click()
  await expect(page.getByText("今天都催过了，或者已经没有逾期的")).toBeVisible()

  // The owner answers with a new time and why; without a script, too.
  const owner = await as("Q011", { javaScriptEnabled: false })
  await owner.goto("/inbox")
  await owner
    .getByRole("link", { name: /压测数据脱敏后导入测试环境/ })
    .first()
    .click()
  await owner.getByLabel("新的截止时间").fill("2031-05-28T18:00")
  await owner.getByRole("textbox", { name: "原因", exact: true }).fill("等脱敏工具的授权，下周到")
  await owner.getByRole("button", { name: "答复催办" }).click()
  await expect(owner.getByText("截止时间改为")).toBeVisible()
  await page.goto("/reports/resolutions")
  await expect(page.getByText("压测数据脱敏后导入测试环境")).toHaveCount(0)
  await expectReadable(page, "report with overdue resolutions")
  await page.goto("/inbox")
  await expect(page.getByText("答复了催办").first()).toBeVisible()
})
