import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { expectReadable, faults } from "./readable"

/** More files than anybody needs within ten minutes. */
async function exportOften(page: Page): Promise<void> {
  for (let i = 0; i < 4; i++)
    await page.request.get("/admin/audit/files?file=xlsx&group=denied", {
      headers: { "sec-fetch-site": "same-origin" },
    })
}

const row = (page: Page, action: string) =>
  page.getByRole("link", { name: action, exact: true }).first()

test("only 平台管理 finds the log: 人事 has neither the page nor the file", async ({ as }) => {
  const page = await as("Q002")
  await page.goto("/")
  await expect(page.getByRole("link", { name: "审计日志" })).toHaveCount(0)
  const answer = await page.goto("/admin/audit")
  expect(answer?.status()).toBe(404)
  expect((await page.request.get("/admin/audit/files?file=csv")).status()).toBe(404)
})

test("what is unusual is marked, told to the others, and reviewed with a note", async ({ as }) => {
  const busy = await as("Q001")
  await exportOften(busy)
  const page = await as("Q004")
  await page.goto("/inbox")
  await expect(page.getByText("标出待复核：短时间内多次导出").first()).toBeVisible()

  await page.goto("/admin/audit?review=open")
  await row(page, "导出审计日志").click()
  await expect(page).toHaveURL(/open=\d+/)
  await expect(page.getByRole("row", { name: /文件格式/ })).toContainText("XLSX")
  await expect(page.getByText("标出原因")).toBeVisible()
  await page.getByLabel("复核说明").fill("已与本人核实")
  await page.getByRole("button", { name: "标为已复核" }).click()
  await expect(page.getByText("没有符合的记录")).toBeVisible()
  await page.goto("/admin/audit?review=all")
  await row(page, "导出审计日志").click()
  await expect(page.getByText("已与本人核实")).toBeVisible()
  await expect(page.getByText(/段立 .*已复核/)).toBeVisible()
})

test("the keys walk the rows, open one, and follow the person", async ({ as }) => {
  const page = await as("Q001")
  await page.goto("/admin/audit?type=task.completed")
  await expect(page.getByText("展开")).toBeVisible()
  await page.keyboard.press("j")
  await page.keyboard.press("j")
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/open=\d+/)
  await expect(page.getByText("记录号")).toBeVisible()
  await page.keyboard.press("f")
  await expect(page).toHaveURL(/person=%23\d+/)
})

test("a bar is the time it stands for; what is filtered leaves as a file, and that is in the log", async ({
  as,
}) => {
  const page = await as("Q001")
  await page.goto("/admin/audit?kind=audit")
  const bar = page
    .getByRole("list", { name: "每段时间的记录数" })
    .getByRole("link")
    .filter({ hasText: /\d/ })
  await bar.first().click()
  await expect(page).toHaveURL(/from=20/)
  await expect(row(page, "查看审计日志")).toBeVisible()

  await page.getByRole("button", { name: "导出" }).click()
  const loading = page.waitForEvent("download")
  await page.getByRole("link", { name: "CSV" }).click()
  const text = await readFile(await (await loading).path(), "utf8")
  expect(text).toContain("查看审计日志")
  expect(text).not.toContain("更新进度")
  await page.goto("/admin/audit?group=exports")
  await expect(row(page, "导出审计日志")).toBeVisible()
})

test("what happens meanwhile is said, and shown only when asked for", async ({ as }) => {
  test.slow()
  const page = await as("Q001")
  await page.goto("/admin/audit?group=denied")
  await page.goto("/admin/audit")
  const first = page.locator("[data-row]").first()
  const standing = await first.getAttribute("id")
  const other = await as("Q004")
  await other.goto("/admin/audit?kind=settings")
  const fresh = page.getByRole("button", { name: /条新记录/ })
  await expect(fresh).toBeVisible({ timeout: 20_000 })
  expect(await first.getAttribute("id")).toBe(standing)
  await fresh.click()
  await expect(first).not.toHaveAttribute("id", standing ?? "")
  await expect(fresh).toBeHidden()
})

test("the chain is checked from the page and the result stands there", async ({ as }) => {
  const page = await as("Q001")
  await page.goto("/admin/audit")
  await page.getByRole("button", { name: "校验日志" }).click()
  await expect(page.getByText(/校验通过，封印/)).toBeVisible({ timeout: 20_000 })
  await expect(row(page, "校验完成")).toBeVisible()
})

test("filters work without script", async ({ as }) => {
  const page = await as("Q001", { javaScriptEnabled: false })
  await page.goto("/admin/audit?person=柯南星&kind=task")
  await expect(page.getByText("柯南星").first()).toBeVisible()
  await row(page, "更新进度").click()
  await expect(page.getByText("记录号")).toBeVisible()
})

test("the log can be read by everybody, with a record open", async ({ as }) => {
  const page = await as("Q001")
  await page.goto("/admin/audit?group=rights&from=2020-01-01T00:00")
  await page.locator("[data-open]").first().click()
  await expect(page.getByText("记录号")).toBeVisible()
  await expectReadable(page, "audit log")
  expect(await faults(page, undefined, ["minor", "moderate"])).toEqual([])
})
