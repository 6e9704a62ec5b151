import { expect, signIn, test } from "./fixtures"

test("a list that came as plain HTML stands again after a way through other pages", async ({
  page,
  portal,
}) => {
  await signIn(page, "Q016")
  await page.goto(`${portal.url}/tasks?view=all`)
  const rows = page.locator("[data-row]")
  await expect(rows.first()).toBeVisible()
  const shown = await rows.count()
  expect(await page.content().then((html) => html.split(`data-key="task:`).length - 1)).toBe(shown)
  await page.evaluate(() => Object.assign(window, { stayed: true }))

  await page.locator('header a[href="/inbox"]').click()
  await expect(page.getByRole("heading", { level: 1, name: /收件箱|通知/ })).toBeVisible()
  await page.goBack()
  await expect(rows).toHaveCount(shown)
  const group = page.locator("details.group").first()
  await group.locator("summary").click()
  await rows.locator("a:visible").first().click()
  await expect(page.locator("[data-pane]")).toBeVisible()
  expect(await group.evaluate((details) => details.hasAttribute("open"))).toBe(false)
  expect(await page.evaluate(() => "stayed" in window)).toBe(true)
})
