import { z } from "zod"
import type { StrangersLetter } from "@/lib/platform/mail-carried"
import { filled, written } from "@/lib/platform/mail-templates"
import { settings } from "@/lib/platform/settings"
import { takeOut } from "@/lib/platform/vault"
import { guestMailWords } from "./mail-words"

const reader = z.object({ name: z.string(), locale: z.enum(["zh", "en"]) })
const link = reader.extend({
  url: z.url({ protocol: /^https?$/ }),
  host: z.string(),
  purpose: z.string(),
  until: z.coerce.date(),
})
const code = reader.extend({ code: z.string().regex(/^\d{6}$/), until: z.coerce.date() })

/** Letters to guests, by the delivery's `template`: all they say is locked in the payload. */
export const letters = { guest_link: guestLink, guest_code: guestCode }

async function guestLink(payload: string): Promise<StrangersLetter | null> {
  const { url, host, purpose, until, ...to } = link.parse(JSON.parse(takeOut(payload)))
  if (until.getTime() <= Date.now()) return null
  const words = guestMailWords[to.locale]
  const { timeZone } = (await settings()).company
  const letter = {
    subject: filled(words.subject, { host }),
    paragraphs: [filled(words.invited, { name: to.name, host, purpose })],
    link: { url, label: words.open },
    note: filled(words.until, { until: written(until, to.locale, timeZone) }),
  }
  return { letter, ...to }
}

async function guestCode(payload: string): Promise<StrangersLetter | null> {
  const { code: digits, until, ...to } = code.parse(JSON.parse(takeOut(payload)))
  if (until.getTime() <= Date.now()) return null
  const words = guestMailWords[to.locale]
  const letter = {
    subject: words.codeSubject,
    paragraphs: [filled(words.code, { code: digits })],
    note: words.codeNote,
  }
  return { letter, ...to }
}
