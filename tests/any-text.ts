import fc from "fast-check"

function codeOf(character: unknown): number {
  const code = String(character).codePointAt(0) ?? 0
  if (String.fromCodePoint(code) !== character) throw new Error("it isn't one character")
  return code
}

/** Any character. fast-check's own unit `binary` lists all there are first, which takes a second. */
const anyCharacter = fc
  .nat(0x10ffff)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code), codeOf)

export const anyText = (limits: { maxLength?: number } = {}) =>
  fc.string({ ...limits, unit: anyCharacter })
