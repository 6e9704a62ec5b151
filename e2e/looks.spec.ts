import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { addressesOf, guestHolder, pages, personHolder, type Reader, sightOf } from "./crawling"
import { expect, hold, test } from "./fixtures"
import type { Portal } from "./portal"
import { expectReadable, faults } from "./readable"
import { alter, cookieOf, guestCookieOf } from "./visitor"

// Nothing is changed here, so the workers share the tests.
test.describe.configure({ mode: "parallel" })

/** What pages show besides themselves, and records that have much to show. */
const asked = [
  ...["/tasks?view=all&sort=due", "/tasks?view=people", "/search?q=版本"],
  ...["/tasks?view=all&as=board", "/tasks?view=all&as=timeline", "/tasks?view=all&as=calendar"],
  ...["/matters?state=open&sort=due", "/matters?view=matrix", "/matters/20261108"],
  ...["/meetings?view=past", "/meetings/1", "/meetings/1/minutes", "/groups/2/meetings"],
  ...["/calendar?view=month", "/calendar?view=day", "/calendar?view=agenda"],
  ...["/people/1", "/people?view=left", "/people/chart?to=teams", "/people/chart?to=people"],
  ...["/groups/2", "/groups/2/members", "/groups/2/announcement", "/outward?view=all"],
  ...["/clients?view=due", "/clients/1", "/clients/1/record", "/guests/1", "/admin/import/1"],
  ...["/admin/audit?group=rights&open=1", "/admin/sensitivity?label=1"],
  ...["/admin/departments?department=5", "/admin/departments?tab=levels"],
  ...["/admin/departments?tab=duties", "/gallery?view=frame", "/gallery?view=dialog"],
]

/** Where one comes only on a way that another test goes, which looks at the page there. */
const elsewhere: Record<string, string> = {
  "/setup": "setup",
  "/second-factor": "door",
  "/settings/security/codes": "door",
  "/login/code": "door",
  "/unsubscribe/[token]": "reaching",
  "/answer/[token]": "meeting-series",
  "/g/clients/[clientId]": "clients",
  // It leads to the minutes of its meeting.
  "/minutes/[number]": "meetings",
}

/** Who is asked for a page in turn until somebody has it: who may most first, and nobody last. */
const staff = ["Q001", "Q031", "Q050", "Q016", "Q108", ""]
const guests = ["顾远", "江以宁", "何以舟"]

test.beforeAll(({ portal }) => {
  // 顾远 is let in to a meeting too, and Q108's password has run out.
  alter(
    portal,
    `insert or ignore into guest_scopes (invitation_id, kind, record_id, may)
     select g.id, 'meeting', a.record_id, 'view' from guest_invitations g, access a
     where g.name = '顾远' and a.principal = 'scope:meeting:' || a.record_id`,
  )
  alter(
    portal,
    `update credentials set password_due = 1
     where person_id = (select id from people where staff_no = 'Q108')`,
  )
})

const isAt = (route: string, address: string) =>
  new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[^/]+")}$`).test(address.split("?")[0] ?? "")
const alone = pages().filter(
  (route) => !(route in elsewhere) && !asked.some((address) => isAt(route, address)),
)
const places = Map.groupBy([...alone, ...asked], (at) => at.split(/[/?]/)[1] ?? "")

async function readerOf(portal: Portal, name: string): Promise<Reader> {
  const guest = guests.includes(name)
  const holder = guest ? guestHolder(portal, name) : name && personHolder(portal, name)
  const cookie = guest ? guestCookieOf(portal, name) : name && (await cookieOf(portal, name))
  return { cookie, sees: holder ? sightOf(portal, holder) : () => false }
}

const known = new Map<string, Promise<Reader>>()
const reader = (portal: Portal, name: string): Promise<Reader> => {
  const one = known.get(name) ?? readerOf(portal, name)
  known.set(name, one)
  return one
}

/** Where a page stands for the first who has it, and their cookie. */
async function found(portal: Portal, at: string) {
  for (const name of /^\/g(\/|$)/.test(at) ? guests : staff) {
    const { cookie, sees } = await reader(portal, name)
    for (const address of asked.includes(at) ? [at] : addressesOf(portal, at, { cookie, sees })) {
      const answer = await fetch(portal.url + address, { headers: { cookie }, redirect: "manual" })
      await answer.body?.cancel()
      if (answer.status === 200) return { address, cookie }
    }
  }
  throw new Error(`nobody sees ${at}`)
}

for (const [place, all] of places)
  test(`every page can be read by everybody, on wide screens and phones, in both themes: /${place}`, async ({
    page,
    portal,
  }) => {
    test.slow()
    for (const at of all) {
      const { address, cookie } = await found(portal, at)
      await hold(page, portal, cookie)
      expect((await page.goto(address))?.status()).toBe(200)
      await expect(page.locator("h1").first()).toBeVisible()
      await expectReadable(page, address)
    }
  })

test("what other tests look at is looked at there", () => {
  for (const [route, spec] of Object.entries(elsewhere)) {
    expect(pages()).toContain(route)
    const file = path.join(import.meta.dirname, `${spec}.spec.ts`)
    expect(readFileSync(file, "utf8")).toContain("await expectReadable(")
  }
})

test("a word that is too pale to be read is found, in both themes", async ({ lend }) => {
  const page = await lend()
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

test("what stands in one place of a page never makes the browser draw all of it anew", async ({
  as,
}) => {
  const page = await as("Q016")
  await page.goto("/groups/2")
  // Where anything may follow what an element holds, a browser looks at everything on each change.
  const conditions = await page.evaluate(() => {
    const all = (rules: CSSRuleList): string[] =>
      Array.from(rules).flatMap((rule) => [
        ...(rule instanceof CSSStyleRule ? [rule.selectorText] : []),
        ...("cssRules" in rule && rule.cssRules instanceof CSSRuleList ? all(rule.cssRules) : []),
      ])
    const selectors = Array.from(document.styleSheets).flatMap(({ cssRules }) => all(cssRules))
    return selectors.filter((selector) => selector.includes(":has("))
  })
  expect(conditions.length).toBeGreaterThan(20)
  expect(conditions.filter((selector) => /\) \*\)*$/.test(selector))).toEqual([])
})

test("the page that says there is nothing can be read, inside and outside", async ({
  as,
  lend,
}) => {
  const outside = await lend()
  for (const [page, path] of [
    [outside, "/nothing"],
    [await as("Q016"), "/tasks/999999"],
  ] as const) {
    expect((await page.goto(path))?.status()).toBe(404)
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
