import type { Locale } from "./actor"
import type { Letter } from "./mail-body"

/** What a mail carries for calendars (RFC 5546). */
export interface Invitation {
  method: "REQUEST" | "CANCEL"
  text: string
  /** Where the reader answers without signing in, by what the answer is called. */
  answers?: (locale: Locale) => readonly { text: string; url: string }[]
}

/** A mail to somebody who isn't of the company. */
export interface StrangersLetter {
  letter: Letter
  name: string
  locale: Locale
}
