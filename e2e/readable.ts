import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

const widths = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/** All that can differ between two themes of one page. */
const ofColour = ["color-contrast", "link-in-text-block"]

const grave = ["serious", "critical"]

/**
 * What a person with a screen reader, weak sight or a small window would trip over.
 * @param rules all, where none are named
 * @param impacts how grave a fault has to be
 */
export async function faults(
  page: Page,
  rules?: string[],
  impacts: readonly string[] = grave,
): Promise<string[]> {
  // A page that is read again puts its title in anew.
  await expect(page).toHaveTitle(/./)
  // Without frames of others one run in the page itself sees everything; what is right isn't listed.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations
    .filter(({ impact }) => impacts.includes(impact ?? ""))
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)
}

/** Nothing stands wider than the window. */
const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

/** The page as it stands can be read in both themes, on wide windows and on phones. */
export async function expectReadable(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const size of widths)
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize(size)
      // Colours on their way from one theme to the other are nobody's to read.
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
      const rules = colorScheme === "dark" ? ofColour : undefined
      const found = { faults: await faults(page, rules), overflows: await overflows(page) }
      expect({ name, ...size, colorScheme, ...found }).toEqual({
        name,
        ...size,
        colorScheme,
        faults: [],
        overflows: false,
      })
    }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  if (before) await page.setViewportSize(before)
}
