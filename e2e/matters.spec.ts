import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"

const description = "统一出库单的打印格式"

/** 柯南星 registers a matter with 研发部; its head answers for it. */
async function register(page: Page): Promise<void> {
  await page.goto("/matters")
  await page.getByRole("link", { name: "新建事项" }).first().click()
  const dialog = page.getByRole("dialog", { name: "新建事项" })
  await dialog.getByLabel("事项描述").fill(description)
  await dialog.getByLabel("目标").fill("三个仓用同一张单")
  await dialog.getByLabel("涉及部门 1").selectOption({ label: "研发部" })
  await dialog.getByLabel("部门 1 负责的事").fill("改打印服务")
  await dialog.getByLabel("计划完成时间").fill("2031-05-20")
  await dialog.getByRole("button", { name: "新建事项" }).click()
  await expect(page.getByRole("heading", { level: 1, name: description })).toBeVisible()
}

test("a matter goes from its registration over the departments' word to support that is asked for", async ({
  as,
}) => {
  const [initiator, responsible, helper] = [await as("Q016"), await as("Q010"), await as("Q040")]
  await responsible.goto("/matters")
  await register(initiator)
  const address = new URL(initiator.url()).pathname
  expect(address).toMatch(/^\/matters\/\d{8,}$/)
  const number = address.replace("/matters/", "XS")
  const parts = initiator.getByRole("region", { name: "各部门" })
  await expect(parts.getByText(/周舟 待确认/)).toBeVisible()

  // It stands in the other department's register without reading the page anew, and in the inbox.
  await responsible.getByRole("link", { name: description }).click()
  await responsible.getByRole("button", { name: "确认研发部的部分" }).click()
  await expect(responsible.getByText("全部已确认")).toBeVisible()
  await expect(parts.getByText("全部已确认")).toBeVisible()

  await responsible.getByLabel("添加子任务 研发部").first().click()
  const form = responsible.getByRole("form", { name: "添加子任务 研发部" })
  await form.getByLabel("任务名称").fill("打印服务按仓配置")
  await form.getByRole("button", { name: "添加子任务" }).click()
  await expect(responsible.getByRole("link", { name: "打印服务按仓配置" })).toBeVisible()
  await expect(initiator.getByText("子任务 0 / 1")).toBeVisible()

  // 金朵 isn't concerned: for her there is no such matter, until she is asked for support.
  expect((await helper.goto(address))?.status()).toBe(404)
  const states = initiator.getByRole("radiogroup", { name: "当前状态" })
  await states.getByRole("radio", { name: "受阻" }).click()
  const support = initiator.getByRole("form", { name: "说明受阻" })
  await support.getByLabel("需要的支持").fill("打印机的预算 6,000 元")
  await support.getByLabel("向谁请求").fill("jinduo")
  await initiator.getByRole("option", { name: /金朵/ }).click()
  await support.getByRole("button", { name: "保存" }).click()
  await expect(states.getByRole("radio", { name: "受阻" })).toBeChecked()
  await helper.goto("/inbox")
  await expect(helper.getByText(`${number} ${description}`).first()).toBeVisible()
  await helper.goto(`/matters/${number}`)
  await expect(helper.getByRole("region", { name: "受阻" })).toContainText("打印机的预算 6,000 元")

  await initiator.goto("/matters?view=matrix")
  await expect(initiator.getByRole("img", { name: "谁在等谁" })).toBeVisible()
  await expect(initiator.getByRole("link", { name: number, exact: true })).toBeVisible()
})

test("without a script a matter is registered, confirmed, and asks for support", async ({ as }) => {
  const still = { javaScriptEnabled: false }
  const [initiator, responsible] = [await as("Q020", still), await as("Q016", still)]
  await initiator.goto("/matters/new")
  await initiator.getByLabel("事项描述").fill("发布会的三页说明")
  await initiator.getByLabel("涉及部门 1").selectOption({ label: "产品部" })
  await initiator.getByRole("button", { name: "新建事项" }).click()
  await expect(initiator.getByRole("heading", { level: 1 })).toHaveText("发布会的三页说明")
  await responsible.goto(new URL(initiator.url()).pathname)
  await responsible.getByRole("button", { name: "确认产品部的部分" }).click()
  await expect(responsible.getByText("全部已确认")).toBeVisible()
  await initiator.getByRole("radio", { name: "受阻" }).click()
  await initiator.getByLabel("需要的支持").fill("三张截图")
  await initiator.getByLabel("向谁请求").fill("柯南星")
  await initiator
    .getByRole("form", { name: "说明受阻" })
    .getByRole("button", { name: "保存" })
    .click()
  await expect(initiator.getByRole("region", { name: "受阻" })).toContainText("需要 柯南星 支持")
})

test("a number typed in a message or a task leads to its matter", async ({ as }) => {
  const page = await as("Q016")
  await page.goto("/tasks/new")
  await page.getByLabel("任务名称").fill("对照讲解稿")
  await page.getByLabel("负责人").fill("柯南星")
  await page.getByLabel("任务名称").click()
  await page.getByLabel("任务描述").fill("先看 XS20261107，再改第 3 页")
  await page.getByRole("button", { name: "新建任务" }).click()
  const link = page.getByRole("link", { name: "XS20261107", exact: true }).first()
  await expect(link).toHaveAttribute("href", "/matters/20261107")
  await link.click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("秋季新品发布：讲解稿一页")
  await page.getByRole("link", { name: "XS20261107 新品讲解稿" }).click()
  const said = "照 XS20261107 的目标改好了"
  await page.getByLabel("输入消息").fill(said)
  await page.getByRole("button", { name: "发送", exact: true }).click()
  const message = page.getByRole("article").filter({ hasText: said })
  await expect(message.getByRole("link", { name: "XS20261107", exact: true })).toHaveAttribute(
    "href",
    "/matters/20261107",
  )
})

test("a message becomes a matter in one step, and each leads to the other", async ({ as }) => {
  const page = await as("Q016")
  await page.goto("/groups")
  await page
    .getByRole("link", { name: /远山科技二期/ })
    .first()
    .click()
  const box = page.getByRole("textbox", { name: "输入消息" }).first()
  await box.fill("验收要研发和客服一起排期")
  await box.press("Enter")
  const row = page.locator("article", { hasText: "验收要研发和客服一起排期" })
  await row.hover()
  await row.getByRole("button", { name: "更多", exact: true }).click()
  await page.getByRole("menuitem", { name: "转为跨部门事项" }).click()
  const dialog = page.getByRole("dialog", { name: "新建事项" })
  await expect(dialog.getByLabel("事项描述")).toHaveValue("验收要研发和客服一起排期")
  await dialog.getByLabel("涉及部门 1").selectOption({ label: "研发部" })
  await dialog.getByRole("button", { name: "新建事项" }).click()
  await page.getByRole("link", { name: "验收要研发和客服一起排期" }).click()
  await expect(row.getByRole("link", { name: /XS\d{8,} 验收要研发/ })).toBeVisible()
})
