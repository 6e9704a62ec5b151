import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test"
import { type Portal, startPortal } from "./portal"
import { cookieOf } from "./visitor"
import { test as watched } from "./watched"

export { expect }

export const password = "Qibu-demo-2026"

interface Cast {
  /** The sample company's portal, one for all tests of a worker. */
  portal: Portal
  /** A browser of their own for somebody who is signed in, by staff number. */
  as(staffNo: string, options?: Parameters<Browser["newContext"]>[0]): Promise<Page>
}

export const test = watched.extend<Omit<Cast, "portal">, Pick<Cast, "portal">>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
    async ({}, use) => {
      const portal = await startPortal({ env: { QIBU_GALLERY: "1" } })
      await use(portal)
      await portal.stop()
    },
    { scope: "worker" },
  ],
  baseURL: async ({ portal }, use) => use(portal.url),
  as: async ({ browser, portal }, use) => {
    const open: BrowserContext[] = []
    await use(async (staffNo, options = {}) => {
      const page = await pageOf(browser, portal, staffNo, options)
      open.push(page.context())
      return page
    })
    for (const context of open) await context.close()
  },
})

/** A browser of their own for somebody who is signed in to a portal, by staff number. */
export async function pageOf(
  browser: Browser,
  portal: Portal,
  staffNo: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, ...options })
  const [name = "", value = ""] = (await cookieOf(portal, staffNo)).split(/=(.*)/s)
  await context.addCookies([{ name, value, url: portal.url }])
  return context.newPage()
}

/** Signs in at the door, as a person does. */
export async function signIn(page: Page, staffNo: string): Promise<void> {
  await page.goto("/login")
  await page.getByLabel("邮箱或工号").fill(staffNo)
  await page.getByLabel("密码", { exact: true }).fill(password)
  await page.getByRole("button", { name: "登录", exact: true }).click()
  await page.waitForURL((url) => url.pathname !== "/login")
}
