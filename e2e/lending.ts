import type { Browser, BrowserContextOptions, Page } from "@playwright/test"
import { test as watched } from "./watched"

interface Lent {
  page: Page
  /** As it was opened. */
  kind: string
  size: ReturnType<Page["viewportSize"]>
}

/**
 * Browsers that tests hand on to one another, as colleagues do who share a desk: each knows the
 * portal's scripts already, and nothing of whoever sat there before. To start a new one for
 * everybody costs more than most tests spend on what they look at.
 */
class Lending {
  readonly #browser: Browser
  readonly #idle: Lent[] = []
  readonly #out: Lent[] = []

  constructor(browser: Browser) {
    this.#browser = browser
  }

  async lend(options: BrowserContextOptions): Promise<Page> {
    const kind = JSON.stringify(options)
    const known = this.#idle.findLast((one) => one.kind === kind)
    if (known) this.#idle.splice(this.#idle.indexOf(known), 1)
    const one = known ?? (await this.#new(kind, options))
    this.#out.push(one)
    return one.page
  }

  async #new(kind: string, options: BrowserContextOptions): Promise<Lent> {
    const page = await (await this.#browser.newContext(options)).newPage()
    return { kind, page, size: page.viewportSize() }
  }

  /** All that are out; what can't be emptied is closed. */
  async takeBack(): Promise<void> {
    for (const one of this.#out.splice(0))
      if (await emptied(one).catch(() => false)) this.#idle.push(one)
      else await one.page.context().close()
  }
}

const everything = "cookies,local_storage,indexeddb,service_workers,cache_storage"

/** Takes from a browser all that its person and its test left there. @returns whether it could */
async function emptied({ page, size }: Lent): Promise<boolean> {
  const context = page.context()
  for (const other of context.pages()) if (other !== page) await other.close()
  page.removeAllListeners()
  await page.unrouteAll()
  await context.unrouteAll()
  await context.setOffline(false)
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null })
  if (size) await page.setViewportSize(size)
  // A page of the same address that has no script: the browser's process stays, with what it compiled.
  const { origin } = new URL(page.url())
  const answer = await page.goto(`${origin}/health`)
  const inside = await context.newCDPSession(page)
  await inside.send("Storage.clearDataForOrigin", { origin, storageTypes: everything })
  await inside.detach()
  await context.clearCookies()
  await page.evaluate(() => sessionStorage.clear())
  return answer?.ok() ?? false
}

/** A browser of their own for somebody, which ends with the test for them. */
export type Lend = (options?: BrowserContextOptions) => Promise<Page>

export const test = watched.extend<{ lend: Lend }, { lending: Lending }>({
  lending: [async ({ browser }, use) => use(new Lending(browser)), { scope: "worker" }],
  lend: async ({ lending, baseURL }, use) => {
    await use((options) => lending.lend({ baseURL, ...options }))
    await lending.takeBack()
  },
})
