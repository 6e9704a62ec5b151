import { expect, test } from "./fixtures"
import { expectReadable, faults, overflows } from "./readable"

const pages = [
  { path: "/", name: "home" },
  { path: "/tasks", name: "tasks" },
  { path: "/tasks?view=all&sort=due", name: "tasks-all" },
  { path: "/tasks/new", name: "task-new" },
  { path: "/groups/new", name: "group-new" },
  { path: "/groups/browse", name: "groups-to-join" },
  { path: "/groups/2/members", name: "group-members" },
  { path: "/groups/2/announcement", name: "group-announcement" },
  { path: "/inbox", name: "inbox" },
  { path: "/search?q=版本", name: "search" },
  { path: "/people/1", name: "person" },
  { path: "/settings", name: "settings" },
  { path: "/settings/security", name: "security" },
  { path: "/settings/notifications", name: "notifications" },
  { path: "/settings/look", name: "look" },
  { path: "/settings/shortcuts", name: "shortcuts" },
  { path: "/settings/leave", name: "leave" },
  { path: "/settings/data", name: "own-data" },
  { path: "/admin/settings", name: "company-settings" },
  { path: "/admin/work-calendar", name: "work-calendar" },
  { path: "/admin/departments", name: "departments" },
  { path: "/admin/departments?department=5", name: "department" },
  { path: "/admin/departments?tab=levels", name: "levels" },
  { path: "/admin/departments?tab=duties", name: "duties" },
  { path: "/admin/sensitivity", name: "sensitivity" },
  { path: "/admin/sensitivity?label=1", name: "sensitivity-label" },
  { path: "/people", name: "people" },
  { path: "/people?view=left", name: "leavers" },
  { path: "/people/chart?to=teams", name: "chart" },
  { path: "/people/chart?to=people", name: "chart-people" },
  { path: "/admin/import", name: "import" },
  { path: "/admin/import/1", name: "import-done" },
  { path: "/admin/audit", name: "audit" },
  { path: "/admin/audit?group=rights&open=1", name: "audit-open" },
]
/** What the documents show. */
const pictured = new Set(["home", "tasks", "inbox"])
const screens = [
  { name: "wide", viewport: { width: 1440, height: 900 } },
  { name: "phone", viewport: { width: 390, height: 844 } },
]

for (const { name: screen, viewport } of screens)
  for (const colorScheme of ["light", "dark"] as const)
    test(`every page can be read by everybody: ${screen}, ${colorScheme}`, async ({ as }) => {
      test.slow()
      const page = await as("Q001", { viewport, colorScheme })
      for (const { path, name } of pages) {
        await page.goto(path)
        await expect(page.locator("h1").first()).toBeVisible()
        expect({ name, faults: await faults(page) }).toEqual({ name, faults: [] })
        expect({ name, overflows: await overflows(page) }).toEqual({ name, overflows: false })
      }
    })

test("who isn't signed in can read the door", async ({ browser, portal }) => {
  const page = await (await browser.newContext({ baseURL: portal.url })).newPage()
  for (const path of ["/login", "/forgotten"]) {
    await page.goto(path)
    await expect(page.locator("h1").first()).toBeVisible()
    await expectReadable(page, path)
  }
})

test("the pictures in the documents show the portal as it is", async ({ as }) => {
  const page = await as("Q016")
  for (const { path, name } of pages.filter(({ name }) => pictured.has(name))) {
    await page.goto(path)
    await expect(page.locator("h1").first()).toBeVisible()
    if (name === "tasks") {
      await page.locator("[data-open]").first().click()
      await expect(page.getByRole("complementary")).toBeVisible()
    }
    const picture = await page.screenshot({ path: `.cache/pictures/${name}.png` })
    expect(picture.length).toBeGreaterThan(20_000)
  }
})
