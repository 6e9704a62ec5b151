import { createHmac, timingSafeEqual } from "node:crypto"
import { secrets } from "./secrets"
import { siteAddress } from "./site-address"

/** The mails that a link ends: those of a category, or the daily one. */
export interface Unsubscribed {
  personId: number
  /** `tasks.assigned`, or `digest`. */
  category: string
}

const signed = (what: string): string =>
  createHmac("sha256", secrets().authSecret).update(`unsubscribe ${what}`).digest("base64url")

/** The word in a mail's link by which nothing can be done but end mails of this kind. */
export function unsubscribeToken({ personId, category }: Unsubscribed): string {
  const what = `${personId}.${category}`
  return `${Buffer.from(what).toString("base64url")}.${signed(what)}`
}

/** @returns null for anything that isn't a token of ours */
export function readUnsubscribe(token: string): Unsubscribed | null {
  const [coded = "", sign = ""] = token.split(".")
  const what = Buffer.from(coded, "base64url").toString()
  const right = Buffer.from(signed(what))
  const given = Buffer.from(sign)
  if (right.length !== given.length || !timingSafeEqual(right, given)) return null
  const [, personId = "", category = ""] = /^(\d+)\.([\w.]+)$/.exec(what) ?? []
  return category === "" ? null : { personId: Number(personId), category }
}

/** Both addresses of a mail's way out: the page, and what a mail program posts to. */
export function unsubscribeLinks(what: Unsubscribed): { url: string; post: string } {
  const url = new URL(`/unsubscribe/${unsubscribeToken(what)}`, siteAddress()).href
  return { url, post: `${url}/now` }
}
