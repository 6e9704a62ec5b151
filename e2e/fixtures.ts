import { type BrowserContextOptions, expect, type Page } from "@playwright/test"
import { type Lend, test as lending } from "./lending"
import { type Portal, startPortal } from "./portal"
import { cookieOf, guestCookieOf } from "./visitor"

export { expect }

export const password = "Qibu-demo-2026"

interface Cast {
  /** The sample company's portal, one for all tests of a worker. */
  portal: Portal
  /** A browser of their own for somebody who is signed in, by staff number. */
  as(staffNo: string, options?: BrowserContextOptions): Promise<Page>
  /** A browser of their own for a guest of the sample company who is let in. */
  asGuest(name: string, options?: BrowserContextOptions): Promise<Page>
}

export const test = lending.extend<Omit<Cast, "portal">, Pick<Cast, "portal">>({
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
  page: async ({ lend }, use) => use(await lend()),
  as: async ({ lend, portal }, use) =>
    use((staffNo, options) => pageOf(lend, portal, staffNo, options)),
  asGuest: async ({ lend, portal }, use) =>
    use((name, options) => held(lend, portal, guestCookieOf(portal, name), options)),
})

/** A browser of their own for somebody who is signed in to a portal, by staff number. */
export const pageOf = async (
  lend: Lend,
  portal: Portal,
  staffNo: string,
  options?: BrowserContextOptions,
): Promise<Page> => held(lend, portal, await cookieOf(portal, staffNo), options)

async function held(
  lend: Lend,
  portal: Portal,
  cookie: string,
  options?: BrowserContextOptions,
): Promise<Page> {
  const page = await lend({ baseURL: portal.url, ...options })
  await hold(page, portal, cookie)
  return page
}

/** From now on the browser is of whom this cookie is. */
export async function hold(page: Page, portal: Portal, cookie: string): Promise<void> {
  await page.context().clearCookies()
  const [name = "", value = ""] = cookie.split(/=(.*)/s)
  if (cookie) await page.context().addCookies([{ name, value, url: portal.url }])
}

/** Signs in at the door, as a person does. */
export async function signIn(page: Page, staffNo: string): Promise<void> {
  await page.goto("/login")
  await page.getByLabel("邮箱或工号").fill(staffNo)
  await page.getByLabel("密码", { exact: true }).fill(password)
  await page.getByRole("button", { name: "登录", exact: true }).click()
  await page.waitForURL((url) => url.pathname !== "/login")
}
