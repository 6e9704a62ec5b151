import { defineConfig } from "@playwright/test"

/** `npm test -- browser` runs these; the servers they talk to are started by the fixtures. */
export default defineConfig({
  testDir: ".",
  globalSetup: "../tests/run.ts",
  testMatch: "*.spec.ts",
  outputDir: "../.cache/e2e",
  fullyParallel: false,
  // A busy machine may miss a moment; what only passed at the second try is counted and named.
  retries: 1,
  expect: { timeout: 15_000 },
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [["line"], ["json", { outputFile: "../.cache/browser.json" }]],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    // Recording every step costs a quarter of the time: the second try of what failed is recorded.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.QIBU_BROWSER || undefined,
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
})
