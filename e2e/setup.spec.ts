import { expect, test } from "@playwright/test"
import { startPortal } from "./portal"

test("an empty portal is set up once, by whoever has the code, and then has its first administrator", async ({
  browser,
}) => {
  const portal = await startPortal({ demo: false })
  const page = await (await browser.newContext({ baseURL: portal.url })).newPage()
  await page.goto("/")
  await expect(page).toHaveURL(/\/setup/)
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(portal.printed())?.[0] ?? ""
  expect(code).not.toBe("")
  await page.screenshot({ path: "/tmp/shots/setup1.png" })
  await portal.stop()
})
