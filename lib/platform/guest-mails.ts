import { z } from "zod"
import type { Locale } from "./actor"
import { guestMailWords } from "./guest-mail-words"
import type { Letter } from "./mail-body"
import { filled, written } from "./mail-templates"
import { takeOut } from "./vault"

interface Outside {
  letter: Letter
  to: { name: string; locale: Locale }
}

const reader = z.object({ name: z.string(), locale: z.enum(["zh", "en"]) })
const link = reader.extend({
  url: z.url({ protocol: /^https?$/ }),
  host: z.string(),
  purpose: z.string(),
  until: z.coerce.date(),
})
const code = reader.extend({ code: z.string().regex(/^\d{6}$/), until: z.coerce.date() })

/** Letters to people outside, by the delivery's `template`: all they say is locked in the payload. */
export const outsideTemplates: Record<
  string,
  (payload: string, timeZone: string) => Promise<Outside | null>
> = { guest_link: guestLink, guest_code: guestCode }

async function guestLink(payload: string, timeZone: string): Promise<Outside | null> {
  const { url, host, purpose, until, ...to } = link.parse(JSON.parse(takeOut(payload)))
  if (until.getTime() <= Date.now()) return null
  const words = guestMailWords[to.locale]
  const letter = {
    subject: filled(words.subject, { host }),
    paragraphs: [filled(words.invited, { name: to.name, host, purpose })],
    link: { url, label: words.open },
    note: filled(words.until, { until: written(until, to.locale, timeZone) }),
  }
  return { letter, to }
}

async function guestCode(payload: string): Promise<Outside | null> {
  const { code: digits, until, ...to } = code.parse(JSON.parse(takeOut(payload)))
  if (until.getTime() <= Date.now()) return null
  const words = guestMailWords[to.locale]
  const letter = {
    subject: words.codeSubject,
    paragraphs: [filled(words.code, { code: digits })],
    note: words.codeNote,
  }
  return { letter, to }
}
