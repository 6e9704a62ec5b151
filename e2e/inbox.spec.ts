import { expect, test } from "./fixtures"
import { expectReadable } from "./readable"

test("what somebody is told opens beside the inbox with what is new first, ready for the reply", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/inbox")
  const row = page.getByRole("link", { name: "导出格式变更：给客户的通知" })
  await expect(page.getByText("有对账接口的客户一共 31 家").first()).toBeVisible()
  await row.click()
  await expect(page).toHaveURL(/\/inbox\?open=\d+/)
  const pane = page.getByRole("complementary", { name: "导出格式变更：给客户的通知" })
  const fresh = pane.getByRole("region", { name: "你上次看过之后" })
  await expect(fresh.getByRole("listitem")).toHaveCount(2)
  await expect(pane.getByLabel("写评论")).toBeFocused()
  // Looking has read it, here and in the list; what was new stays in sight.
  await expect(row).not.toHaveClass(/font-semibold/)
  await expect(fresh).toBeVisible()
  await expectReadable(page, "inbox with a record")

  await page.keyboard.press("Escape")
  await expect(row).toBeFocused()
  await page.keyboard.press("d")
  await expect(pane).toBeHidden()
  await expect(row).toBeHidden()
  await page.getByRole("link", { name: "已处理" }).click()
  await expect(row).toBeVisible()
})
