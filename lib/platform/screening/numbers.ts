import { isCreditCode, isIdNumber, isLuhn } from "./checksums"
import type { Find, FindKind } from "./kinds"

const figuresOf = (written: string): string => written.replace(/[ -]/g, "")

/** Not within a longer number, and not within a word of other letters. */
const alone = (pattern: string) => new RegExp(`(?<![\\w])(?<![\\d][ -])${pattern}(?![\\w])`, "g")

/** Figures with a space or hyphen here and there, as people write them. */
const spaced = (least: number, most: number) => `\\d(?:[ -]?\\d){${least - 1},${most - 1}}`

interface Detector {
  kind: FindKind
  pattern: RegExp
  holds(written: string): boolean
}

const detectors: readonly Detector[] = [
  {
    kind: "id_card",
    pattern: alone(`\\d(?:[ -]?\\d){16}[ -]?[\\dXx]`),
    holds: (written) => isIdNumber(figuresOf(written)),
  },
  {
    kind: "credit_code",
    pattern: alone(`[0-9A-Za-z]{2}\\d{6}[0-9A-Za-z]{10}`),
    holds: isCreditCode,
  },
  {
    kind: "bank_card",
    pattern: alone(spaced(15, 19)),
    holds: (written) => /^[3-6]/.test(written) && isLuhn(figuresOf(written)),
  },
  {
    kind: "phone",
    pattern: alone(`(?:\\+?86[ -]?)?1[3-9]\\d(?:[ .-]?\\d{4}){2}`),
    holds: () => true,
  },
  {
    kind: "phone",
    pattern: alone(`(?:\\(0\\d{2,3}\\) ?|0\\d{2,3}[ -])[2-9]\\d{6,7}`),
    holds: () => true,
  },
  {
    kind: "email",
    pattern: /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])/g,
    holds: () => true,
  },
]

/** Numbers and addresses that say by themselves what they are. @param text as `plainOf` makes it */
export const numbersIn = (text: string): Find[] =>
  detectors.flatMap(({ kind, pattern, holds }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: written, index }) =>
      holds(written) ? [{ kind, index, length: written.length }] : [],
    ),
  )
