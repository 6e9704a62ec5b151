import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { expect, test } from "./fixtures"
import { expectReadable, faults } from "./readable"
import { look } from "./visitor"

// Nothing is changed here, so the workers share the tests.
test.describe.configure({ mode: "parallel" })

const work = ["/", "/tasks", "/tasks?view=all&sort=due", "/tasks/new", "/inbox", "/search?q=版本"]
const views = [
  "/tasks?view=all&as=board",
  "/tasks?view=all&as=timeline",
  "/tasks?view=all&as=calendar",
  "/tasks?view=people",
  "/tasks/updates",
  "/tasks/import",
]
const matters = ["/matters", "/matters?state=open&sort=due", "/matters?view=matrix", "/matters/new"]
const meetings = [
  "/meetings",
  "/meetings?view=past",
  "/meetings/new",
  "/meetings/templates",
  "/meetings/import",
  "/meetings/now",
  "/meetings/1",
  "/meetings/1/minutes",
  "/minutes",
  "/reports/resolutions",
  "/groups/2/meetings",
]
const calendar = [
  "/calendar",
  "/calendar?view=month",
  "/calendar?view=day",
  "/calendar?view=agenda",
  "/calendar/new",
]
const colleagues = [
  "/people/1",
  "/people",
  "/people?view=left",
  "/people/chart?to=teams",
  "/people/chart?to=people",
]
const talk = [
  "/groups",
  "/groups/2",
  "/groups/awaiting",
  "/groups/new",
  "/groups/browse",
  "/groups/2/members",
  "/groups/2/announcement",
]
const own = [
  "/settings",
  "/settings/security",
  "/settings/notifications",
  "/settings/look",
  "/settings/shortcuts",
  "/settings/leave",
  "/settings/data",
]
const company = [
  "/admin/settings",
  "/admin/work-calendar",
  "/admin/import",
  "/admin/import/1",
  "/admin/audit",
  "/admin/audit?group=rights&open=1",
]
const rights = [
  "/admin/departments",
  "/admin/departments?department=5",
  "/admin/departments?tab=levels",
  "/admin/departments?tab=duties",
  "/admin/sensitivity",
  "/admin/sensitivity?label=1",
]

for (const [name, pages] of Object.entries({
  work,
  views,
  matters,
  meetings,
  calendar,
  talk,
  colleagues,
  own,
  company,
  rights,
}))
  test(`every page can be read by everybody, on wide screens and phones, in both themes: ${name}`, async ({
    as,
  }) => {
    test.slow()
    const page = await as("Q001")
    for (const path of pages) {
      await page.goto(path)
      await expect(page.locator("h1").first()).toBeVisible()
      await expectReadable(page, path)
    }
  })

test("clients, their archive, guests and what waits to go out can be read by everybody", async ({
  as,
  portal,
}) => {
  test.slow()
  const page = await as("Q031")
  const [client] = look<{ id: number }>(
    portal,
    "select id from clients where short_name = '远山科技'",
  )
  const own = `/clients/${client?.id}`
  const outside = ["/clients", own, `${own}/archive`, "/outward?view=all", "/guests", "/guests/new"]
  for (const path of outside) {
    const answer = await page.goto(path)
    expect([path, answer?.status()]).toEqual([path, 200])
    await expect(page.locator("h1").first()).toBeVisible()
    await expectReadable(page, path)
  }
})

test("a word that is too pale to be read is found, in both themes", async ({ browser, portal }) => {
  const page = await (await browser.newContext({ baseURL: portal.url })).newPage()
  for (const [colorScheme, pale] of [
    ["light", "#ddd"],
    ["dark", "#333"],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    await page.goto("/login")
    const word = page.getByRole("link", { name: "忘记密码" })
    await expect(word).toBeVisible()
    expect(await faults(page)).toEqual([])
    await word.evaluate((it, colour) => it.style.setProperty("color", colour), pale)
    expect((await faults(page)).join()).toContain("color-contrast")
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

const pictures = path.join(import.meta.dirname, "../docs/pictures")

test("the pictures in the documents show the portal as it is: QIBU_WRITE=1 takes them anew", async ({
  as,
}) => {
  const folder = process.env.QIBU_WRITE ? pictures : ".cache/pictures"
  const page = await as("Q016")
  for (const [address, name] of [
    ["/", "home"],
    ["/groups/2", "messages"],
    ["/tasks", "tasks"],
    ["/meetings", "meetings"],
    ["/inbox", "inbox"],
  ] as const) {
    await page.goto(address)
    await expect(page.locator("h1").first()).toBeVisible()
    if (name === "tasks") {
      await page.locator("[data-open]").first().click()
      await expect(page.getByRole("complementary")).toBeVisible()
    }
    await page.screenshot({ path: `${folder}/${name}.png` })
  }
  // What the portal has grown since they were taken is seen by its navigation first.
  const places = await page.getByRole("navigation").first().getByRole("link").allInnerTexts()
  const shown = `${places.map((place) => place.split("\n")[0]).join("\n")}\n`
  const list = path.join(pictures, "navigation.txt")
  if (process.env.QIBU_WRITE) writeFileSync(list, shown)
  expect(shown).toBe(readFileSync(list, "utf8"))
})
