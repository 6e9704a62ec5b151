import { expect, type Page } from "@playwright/test"
import axe from "axe-core"

interface Colour {
  r: number
  g: number
  b: number
  alpha: number
  parseString(written: string): Colour
}

declare global {
  interface Window {
    axe?: typeof axe & { commons: { color: { Color: { prototype: Colour } } } }
  }
}

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** All that can differ between two themes of one page. */
const ofColour = ["color-contrast", "link-in-text-block"]

const looks = [
  { ...wide, colorScheme: "light", rules: undefined },
  { ...wide, colorScheme: "dark", rules: ofColour },
  { ...phone, colorScheme: "dark", rules: undefined },
] as const

const grave = ["serious", "critical"]

/**
 * What a person with a screen reader, weak sight or a small window would trip over.
 * @param rules all, where none are named
 * @param impacts how grave a fault has to be
 */
export async function faults(
  page: Page,
  rules?: readonly string[],
  impacts: readonly string[] = grave,
): Promise<string[]> {
  // A page that is read again puts its title in anew.
  await expect(page).toHaveTitle(/./)
  // Reading its half megabyte takes longer than most pages do: each page reads it once.
  if (!(await page.evaluate(() => Boolean(window.axe)))) {
    await page.evaluate(axe.source)
    await page.evaluate(rememberColours)
  }
  // The dearest of those that are never grave.
  const left = { region: { enabled: impacts.includes("moderate") } }
  const violations = await page.evaluate(
    async ([only, rules]) => {
      if (!window.axe) throw new Error("the page was read anew meanwhile")
      const runOnly = only && { runOnly: { type: "rule" as const, values: [...only] } }
      const options = { resultTypes: ["violations" as const], preload: false, rules, ...runOnly }
      const found = await window.axe.run(document, options)
      return found.violations.map(({ id, impact, nodes }) => ({
        ...{ id, impact },
        where: nodes.map(({ target }) => target.join(" ")).join(", "),
      }))
    },
    [rules, left] as const,
  )
  return violations
    .filter(({ impact }) => impacts.includes(impact ?? ""))
    .map(({ id, where }) => `${id}: ${where}`)
}

/** A page writes a few colours a thousand times; making sense of them was a quarter of the check. */
function rememberColours(): void {
  const prototype = window.axe?.commons.color.Color.prototype
  if (!prototype) throw new Error("the page was read anew meanwhile")
  const known = new Map<string, object>()
  const parse = prototype.parseString
  prototype.parseString = function (written: string) {
    const found = known.get(written)
    if (found) return Object.assign(this, found)
    const { r, g, b, alpha } = parse.call(this, written)
    known.set(written, { r, g, b, alpha })
    return this
  }
}

/** Nothing stands wider than the window. */
const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

/**
 * The page as it stands can be read in both themes, on wide windows and on phones. The two layouts
 * share their colours: what one of them shows by day and by night needn't be asked of both.
 */
export async function expectReadable(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const { rules, colorScheme, ...size } of looks) {
    await page.setViewportSize(size)
    // Colours on their way from one theme to the other are nobody's to read.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
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
