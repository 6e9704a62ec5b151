import { type Browser, test as base, expect } from "@playwright/test"

/** What a page complains of on its own, that no page of ours may. */
const ours = /Content Security Policy|hydrat|Minified React error/i

/** Hears what every page of a browser complains of, whoever opens it. */
function listen(browser: Browser, heard: string[]): void {
  const open = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await open(options)
    context.on("console", (message) => {
      if (ours.test(message.text())) heard.push(`${message.page()?.url()}: ${message.text()}`)
    })
    context.on("weberror", (thrown) => {
      heard.push(`${thrown.page()?.url()}: ${thrown.error().stack}`)
    })
    return context
  }
}

/**
 * Every page that a test opens keeps to its own rules: nothing it does is stopped by its content
 * policy, no script of it fails uncaught, and what was sent is what its script expects to find.
 */
export const test = base.extend<{ quiet: undefined }, { complaints: string[] }>({
  complaints: [
    async ({ browser }, use) => {
      const heard: string[] = []
      listen(browser, heard)
      await use(heard)
    },
    { scope: "worker", auto: true },
  ],
  quiet: [
    async ({ complaints }, use) => {
      await use(undefined)
      expect(complaints.splice(0), "what pages complained of").toEqual([])
    },
    { auto: true },
  ],
})
