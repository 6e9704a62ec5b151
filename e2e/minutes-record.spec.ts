import { readFileSync } from "node:fs"
import { expect, test } from "./fixtures"
import { expectReadable } from "./readable"
import { look } from "./visitor"

test("a correction shows word by word what it corrected", async ({ as }) => {
  const page = await as("Q010")
  await page.goto("/minutes")
  await page.getByRole("link", { name: "秋季版本 V3.2 周会" }).first().click()
  await page.getByRole("link", { name: "看第 2 版的改动" }).click()
  await expect(page.getByText("改动 1 处")).toBeVisible()
  await expect(page.getByRole("deletion").filter({ hasText: "19" })).toBeVisible()
  await expect(page.getByRole("insertion").filter({ hasText: "17" })).toBeVisible()
  await expect(page.getByRole("insertion").filter({ hasText: "17" })).toContainText("新增：")
  await expectReadable(page, "changes of minutes")
  await page.getByRole("link", { name: "看整份纪要" }).click()
  await expect(page.getByRole("heading", { name: "秋季版本 V3.2 周会 会议纪要" })).toBeVisible()
})

test("without JavaScript minutes are written and published; a participant objects and is answered", async ({
  portal,
  as,
}) => {
  test.slow()
  const page = await as("Q051", { javaScriptEnabled: false })
  await page.goto("/minutes")
  await page.getByRole("link", { name: "客户升级协调会" }).first().click()
  const heading = page.getByRole("heading", { level: 1 })
  await expect(heading).toHaveText("写「客户升级协调会」的会议纪要")
  const point = page.getByRole("form", { name: "添加要点" })
  await point.getByLabel("发言要点").fill("远山科技改到周日凌晨")
  await point.getByRole("button", { name: "添加要点" }).click()
  await expect(page.getByLabel("议题 1 要点 2", { exact: true })).toHaveValue(
    "远山科技改到周日凌晨",
  )
  const row = page.getByRole("group", { name: "议题 1 要点 2" })
  await row.getByLabel("议题 1 要点 2", { exact: true }).fill("远山科技改到周日 2:00")
  await row.getByLabel("议题 1 要点 2 发言人").selectOption({ label: "段立" })
  await row.getByRole("button", { name: "保存 2" }).click()
  await expect(row.getByLabel("议题 1 要点 2", { exact: true })).toHaveValue(
    "远山科技改到周日 2:00",
  )
  await expect(row.getByLabel("议题 1 要点 2 发言人").locator("option:checked")).toHaveText("段立")
  // Somebody else writes the row meanwhile: what was sent stays in the field, and isn't saved.
  const other = await as("Q004")
  await other.goto(page.url())
  const theirs = other.getByLabel("议题 1 要点 2", { exact: true })
  await theirs.fill("远山科技改到周日 3:00")
  await theirs.blur()
  await row.getByLabel("议题 1 要点 2", { exact: true }).fill("远山科技改到周日 4:00")
  await expect
    .poll(() => look(portal, "select id from meeting_points where text like '%周日 3:00'").length)
    .toBe(1)
  await row.getByRole("button", { name: "保存 2" }).click()
  await expect(row.getByRole("alert")).toContainText("刚被别人改为：段立：远山科技改到周日 3:00")
  await expect(row.getByLabel("议题 1 要点 2", { exact: true })).toHaveValue(
    "远山科技改到周日 4:00",
  )
  await row.getByRole("button", { name: "保存 2" }).click()
  await expect(row.getByRole("alert")).toHaveCount(0)
  await page.getByRole("button", { name: "删除要点 1" }).first().click()
  await expect(page.getByLabel("议题 1 要点 2", { exact: true })).toHaveCount(0)
  const resolution = page.getByRole("form", { name: "添加决议" })
  await resolution.getByLabel("决议事项").fill("通知远山科技新的窗口")
  await resolution.getByLabel("负责人").fill("没有这个人")
  await resolution.getByLabel("截止时间").fill("2031-05-28T18:00")
  await resolution.getByRole("button", { name: "添加决议" }).click()
  await expect(resolution.getByRole("alert")).toHaveText("没有找到这个人，请输入姓名、工号或邮箱")
  await expect(resolution.getByLabel("决议事项")).toHaveValue("通知远山科技新的窗口")
  await resolution.getByLabel("负责人").fill("安然")
  await resolution.getByRole("button", { name: "添加决议" }).click()
  const resolved = page.getByRole("group", { name: /决议 1-\d 事项/ }).last()
  await expect(resolved.getByLabel(/事项$/)).toHaveValue("通知远山科技新的窗口")
  await resolved.getByLabel(/截止时间$/).fill("2031-05-28T12:00")
  await resolved.getByLabel(/负责人$/).fill("段立")
  await resolved.getByRole("button", { name: /^保存 1-/ }).click()
  await expect(resolved.getByLabel(/截止时间$/)).toHaveValue("2031-05-28T12:00")
  await expect(resolved.getByText("段立")).toBeVisible()
  await resolution.getByLabel("决议事项").fill("写错了的一条")
  await resolution.getByLabel("负责人").fill("安然")
  await resolution.getByLabel("截止时间").fill("2031-05-28T18:00")
  await resolution.getByRole("button", { name: "添加决议" }).click()
  await page
    .getByRole("button", { name: /^删除决议 1-/ })
    .last()
    .click()
  await expect(page.locator("input[value='写错了的一条']")).toHaveCount(0)
  await page.getByRole("button", { name: "发布", exact: true }).click()
  await expect(page.getByRole("heading", { name: "客户升级协调会 会议纪要" })).toBeVisible()
  const address = new URL(page.url()).pathname

  const participant = await as("Q004")
  await participant.goto(address)
  await participant.getByText("提出异议", { exact: true }).first().click()
  await participant.getByLabel("哪里不对").fill("议题 1，远山科技的时间")
  await participant.getByLabel("理由").fill("客户说的是周六晚上")
  await participant.getByRole("button", { name: "提出异议" }).click()
  await expect(participant.getByText("待答复")).toBeVisible()
  await page.goto(address)
  await page.getByLabel("答复理由").fill("刚和客户确认过，是周日凌晨")
  await page.getByRole("button", { name: "已更正" }).click()
  await expect(page.getByText("纪要还没有更正，请先发布更正，或选维持原文")).toBeVisible()
  await page.getByLabel("答复理由").fill("刚和客户确认过，是周日凌晨")
  await page.getByRole("button", { name: "维持原文" }).click()
  await expect(page.getByRole("region", { name: "异议" })).toContainText("维持原文")
  await expect(participant.getByRole("region", { name: "异议" })).toContainText(
    "刚和客户确认过，是周日凌晨",
  )
})

test("meetings come out of the template, looked at before they are written", async ({ as }) => {
  const page = await as("Q010")
  await page.goto("/meetings?view=past")
  await page.getByRole("link", { name: "导入" }).click()
  await page.locator("input[type=file]").setInputFiles("tests/samples/T2-meetings.xlsx")
  await expect(page.getByRole("heading", { name: "1 行可以导入" })).toBeVisible()
  await expect(page.getByText("何静5月13日前借调一名测试 · 何静 · 2024-05-13 18:00")).toBeVisible()
  await expectReadable(page, "import of meetings")
  await page.getByRole("button", { name: "导入", exact: true }).click()
  await expect(page.getByRole("link", { name: "秋季版本评审会" })).toBeVisible()
  await page.getByRole("button", { name: "导出" }).click()
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^meetings-\d{4}-\d\d-\d\d\.csv$/)
  expect(readFileSync(await file.path(), "utf8")).toContain("1.已完成功能走查(20min)")
})

test("the week's report is cut by department and goes to its head once", async ({ as }) => {
  const page = await as("Q016")
  await page.goto("/reports/resolutions")
  await page.getByLabel("部门", { exact: true }).selectOption({ label: "研发部" })
  await page.getByRole("button", { name: "筛选" }).click()
  await page.getByRole("button", { name: "发给部门负责人" }).click()
  await expect(page.getByText(/已发给 周舟/)).toBeVisible()
  await expectReadable(page, "report of a department")
  const head = await as("Q010")
  await head.goto("/inbox")
  await expect(head.getByText(/把你部门的决议周报发给了你/).first()).toBeVisible()
})
