/** A text as its detectors read it. */
export interface Plain {
  text: string
  /** Where each unit of `text` stands in the original, and after the last one the original's end. */
  at: readonly number[]
}

/** Characters that nobody sees, with which a number is easily split. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/

/** Full-width signs, and the spaces and dashes that programs write instead of the plain ones. */
function halfWidth(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code === 0x3000) return " "
  if (/[\u00a0\u2000-\u200a\u202f\u205f]/.test(sign)) return " "
  if (/[\u2010-\u2015\u2212\ufe58\ufe63]/.test(sign)) return "-"
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return sign
}

/**
 * A text without what hides numbers in it: full-width figures are plain ones, what isn't seen is
 * left out. Every place is known in the original, in UTF-16 units.
 */
export function plainOf(original: string): Plain {
  let text = ""
  const at: number[] = []
  for (let place = 0; place < original.length; place += 1) {
    const sign = original[place] ?? ""
    if (sign > "~" && unseen.test(sign)) continue
    text += sign > "~" ? halfWidth(sign) : sign
    at.push(place)
  }
  at.push(original.length)
  return { text, at }
}
