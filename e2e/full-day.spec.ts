import { expect, test } from "./fixtures"
import { expectReadable } from "./readable"

test("a day with two urgent messages stands on one screen too, and says what it leaves out", async ({
  as,
}) => {
  const page = await as("Q016", { viewport: { width: 1440, height: 900 } })
  await page.goto("/")
  const main = page.getByRole("main")
  await expect(main.getByRole("region", { name: "紧急消息" })).toBeVisible()
  const edge = await page.evaluate(() => innerHeight)
  const parts = ["今天要交付的任务", "等我回复", "要跟进的客户", "还要处理", "群里的新消息"]
  for (const name of parts) {
    const part = main.getByRole("region", { name, exact: true })
    const box = await part.boundingBox()
    expect((box?.y ?? edge) + (box?.height ?? 0), name).toBeLessThanOrEqual(edge)
    expect(box?.height, name).toBeGreaterThan(70)
  }
  const owed = main.getByRole("region", { name: "等我回复" })
  const rest = owed.getByRole("link", { name: /^还有 \d+ 项$/ })
  const left = Number(/\d+/.exec((await rest.textContent()) ?? "")?.[0])
  const shown = await owed.locator('a[href*="message="]').count()
  await expect(owed.getByText(String(shown + left), { exact: true })).toBeVisible()
  await expectReadable(page, "a full day")
  await rest.click()
  await page.waitForURL("**/groups/awaiting")
})

test("a phone counts what is unread in two figures on one line", async ({ as }) => {
  const page = await as("Q016", { viewport: { width: 390, height: 844 } })
  await page.goto("/")
  const bar = page.getByRole("navigation", { name: "我的" })
  const mark = bar.getByRole("link", { name: /消息/ }).locator("[data-number]")
  await expect(mark).toHaveText(/^\d\d\+?$/)
  expect((await mark.boundingBox())?.height).toBeLessThan(18)
})
