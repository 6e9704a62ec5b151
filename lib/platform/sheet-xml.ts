import type { ZipEntry } from "./zip-size"
import { zipText } from "./zip-text"

/** What a sheet holds besides values. */
export interface SheetLook {
  hidden: boolean
  /** Cells joined together: "A3:A5". */
  merged: string[]
  /** Letters of columns that are not shown. */
  hiddenColumns: string[]
  /** Cells that compute what they show, and those that were saved without it. */
  formulas: string[]
  unanswered: string[]
}

/** By the sheet's name (ECMA-376 part 1, 18.2.19 and 18.3). @throws when a part is missing */
export function sheetLooks(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  most: number,
): Map<string, SheetLook> {
  const part = (name: string): string => {
    const entry = entries.find((each) => each.name === name)
    if (!entry) throw new Error(`the workbook lacks ${name}`)
    return zipText(bytes, entry, most)
  }
  const targets = new Map(
    tags(part("xl/_rels/workbook.xml.rels"), "Relationship").map((it) => [it.Id, it.Target]),
  )
  const looks = new Map<string, SheetLook>()
  for (const sheet of tags(part("xl/workbook.xml"), "sheet")) {
    const target = targets.get(sheet["r:id"]) ?? ""
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`
    if (!path.endsWith(".xml") || !entries.some(({ name }) => name === path)) continue
    const hidden = (sheet.state ?? "visible") !== "visible"
    looks.set(unescaped(sheet.name ?? ""), { hidden, ...looksOf(part(path)) })
  }
  return looks
}

function looksOf(xml: string): Omit<SheetLook, "hidden"> {
  const formulas: string[] = []
  const unanswered: string[] = []
  // Every cell ends before the next begins, so one pass finds those with a formula in them.
  for (const [, place = "", inside = ""] of xml.matchAll(
    /<(?:x:)?c [^>]*?\br="([A-Z]+\d+)"[^>/]*>(.*?)<\/(?:x:)?c>/gs,
  )) {
    if (!/<(x:)?f[ />]/.test(inside)) continue
    formulas.push(place)
    if (!/<(x:)?(v|is)>/.test(inside)) unanswered.push(place)
  }
  return {
    merged: tags(xml, "mergeCell").flatMap(({ ref }) => ref ?? []),
    hiddenColumns: tags(xml, "col")
      .filter(({ hidden }) => hidden === "1" || hidden === "true")
      .flatMap(({ min, max }) => lettersBetween(Number(min), Number(max))),
    formulas,
    unanswered,
  }
}

/** Attributes of every element of a name. */
const tags = (xml: string, name: string): Record<string, string | undefined>[] =>
  [...xml.matchAll(new RegExp(`<(?:x:)?${name} ([^>]*)>`, "g"))].map(([, inside = ""]) =>
    Object.fromEntries([...inside.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, it]) => [key, it])),
  )

const letters = (column: number): string =>
  column < 1
    ? ""
    : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))

/** Programs hide everything to the right of a table as one range; a few of it say enough. */
const lettersBetween = (first: number, last: number): string[] =>
  Array.from({ length: Math.max(0, Math.min(last, first + 25) - first + 1) }, (_, i) =>
    letters(first + i),
  )

const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, name) => signs[name] ?? whole)
