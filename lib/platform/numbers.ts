import { registry } from "./registry"

/** A part of a text; with an address it is the number of a record. */
export interface NumberPiece {
  text: string
  href?: string
}

/** Nothing that goes on before or behind it: XS20261107A is something else. */
const alone = (pattern: RegExp, flags: string) =>
  new RegExp(`(?<![A-Za-z0-9_/])${pattern.source}(?![A-Za-z0-9_])`, flags)

/**
 * The number of a record at a place in a text, whether or not there is such a record: where it
 * leads to says so to whom it may.
 */
export function numberAt(text: string, at: number): { text: string; href: string } | null {
  for (const { numbered } of registry().kinds.values()) {
    if (!numbered) continue
    const pattern = alone(numbered.pattern, "y")
    pattern.lastIndex = at
    const [whole, id] = pattern.exec(text) ?? []
    if (whole && id) return { text: whole, href: numbered.href(id) }
  }
  return null
}

/** The text cut at the numbers in it; joined it is the text. */
export function numberPieces(text: string): NumberPiece[] {
  const patterns = [...registry().kinds.values()].flatMap(({ numbered }) => numbered ?? [])
  let pieces: NumberPiece[] = [{ text }]
  for (const { pattern, href } of patterns)
    pieces = pieces.flatMap((piece) => (piece.href ? [piece] : cut(piece.text, pattern, href)))
  return pieces
}

function cut(text: string, pattern: RegExp, href: (id: string) => string): NumberPiece[] {
  const pieces: NumberPiece[] = []
  let done = 0
  for (const { 0: whole, 1: id = "", index } of text.matchAll(alone(pattern, "g"))) {
    if (index > done) pieces.push({ text: text.slice(done, index) })
    pieces.push({ text: whole, href: href(id) })
    done = index + whole.length
  }
  if (done < text.length) pieces.push({ text: text.slice(done) })
  return pieces
}
