import { readSignedWord, signedWord } from "./signed-word"
import { siteAddress } from "./site-address"

/** The mails that a link ends: those of a category, or the daily one. */
export interface Unsubscribed {
  personId: number
  /** `tasks.assigned`, or `digest`. */
  category: string
}

/** The word in a mail's link by which nothing can be done but end mails of this kind. */
export const unsubscribeToken = ({ personId, category }: Unsubscribed): string =>
  signedWord("unsubscribe", `${personId}.${category}`)

/** @returns null for anything that isn't a token of ours */
export function readUnsubscribe(token: string): Unsubscribed | null {
  const what = readSignedWord("unsubscribe", token) ?? ""
  const [, personId = "", category = ""] = /^(\d+)\.([\w.]+)$/.exec(what) ?? []
  return category === "" ? null : { personId: Number(personId), category }
}

/** Both addresses of a mail's way out: the page, and what a mail program posts to. */
export function unsubscribeLinks(what: Unsubscribed): { url: string; post: string } {
  const url = new URL(`/unsubscribe/${unsubscribeToken(what)}`, siteAddress()).href
  return { url, post: `${url}/now` }
}
