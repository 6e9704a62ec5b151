import { findIn } from "./finding"
import type { Find, FindKind } from "./kinds"
import { plainOf } from "./plain"

/** How many signs stay at the beginning and at the end; a short one shows less. */
const shown: Record<FindKind, readonly [number, number]> = {
  id_card: [3, 2],
  credit_code: [2, 2],
  bank_card: [0, 4],
  phone: [3, 4],
  email: [1, 0],
  address: [0, 0],
  contract: [0, 0],
  finance: [0, 0],
  word: [0, 0],
}
const stars = "****"
/** Of 合同编号 HT-2026-001 and 营收 3,200 万元 the words may stay. */
const figures = /[A-Za-z]{0,6}-?\d[\d,.-]*/g

/** 138****5678. @param found as it stands in the original */
function maskOf(kind: FindKind, found: string): string {
  if (kind === "finance" || kind === "contract") return maskFigures(found)
  const written = plainOf(found).text
  if (kind === "email") return `${written[0]}${stars}${written.slice(written.indexOf("@"))}`
  const [begin, end] = shown[kind]
  const signs = kind === "phone" || kind === "bank_card" ? written.replace(/[^\d]/g, "") : written
  if (signs.length < begin + end + stars.length) return stars
  return `${signs.slice(0, begin)}${stars}${end > 0 ? signs.slice(-end) : ""}`
}

function maskFigures(found: string): string {
  const { text, at } = plainOf(found)
  let [made, done] = ["", 0]
  for (const { 0: written, index } of text.matchAll(figures)) {
    made += found.slice(done, at[index]) + stars
    done = (at[index + written.length - 1] ?? 0) + 1
  }
  return made + found.slice(done)
}

/**
 * A text in which what was found is masked. The same text always becomes the same, and masking
 * what is masked changes nothing more.
 * @param finds of this text, in order, as `findIn` tells them
 */
export function masked(text: string, finds: readonly Find[]): string {
  let made = ""
  let done = 0
  for (const { kind, index, length } of finds) {
    made += text.slice(done, index) + maskOf(kind, text.slice(index, index + length))
    done = index + length
  }
  return made + text.slice(done)
}

/** Everything found in a text masked, and what is found in that in turn. */
export function maskAll(text: string, own?: Parameters<typeof findIn>[1]): string {
  let now = text
  for (let round = 0; round < 5; round += 1) {
    const finds = findIn(now, own)
    if (finds.length === 0) return now
    now = masked(now, finds)
  }
  return now
}
