import { createHmac, timingSafeEqual } from "node:crypto"
import { secrets } from "./secrets"

const signed = (purpose: string, what: string): string =>
  createHmac("sha256", secrets().authSecret).update(`${purpose} ${what}`).digest("base64url")

/**
 * A word for a link that says what may be done with it, and for nothing else. None of it is kept:
 * a copy of the database opens no link.
 * @param purpose words of one purpose are none of another
 */
export const signedWord = (purpose: string, what: string): string =>
  `${Buffer.from(what).toString("base64url")}.${signed(purpose, what)}`

/** @returns what a word was made for; null for anything that isn't a word of ours */
export function readSignedWord(purpose: string, word: string): string | null {
  const [coded = "", sign = ""] = word.split(".")
  const what = Buffer.from(coded, "base64url").toString()
  const right = Buffer.from(signed(purpose, what))
  const given = Buffer.from(sign)
  return right.length === given.length && timingSafeEqual(right, given) ? what : null
}
