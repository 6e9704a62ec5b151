import { eq } from "drizzle-orm"
import { z } from "zod"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import type { Locale, PersonActor } from "./actor"
import type { StoredEvent } from "./context"
import type { Letter } from "./mail-body"
import { mailWords } from "./mail-words"
import { registry } from "./registry"
import { siteAddress } from "./site-address"
import { takeOut } from "./vault"

/** Who gets a letter and how it is written to them. */
export interface Reader {
  actor: PersonActor
  locale: Locale
  timeZone: string
}

/**
 * Letters by the delivery's `template`, written at the moment of sending: what the reader may no
 * longer see by then is not written at all.
 * @returns null when there is nothing (left) to say to this reader
 */
export const templates: Record<
  string,
  (payload: string, reader: Reader) => Promise<Letter | null>
> = {
  event: aboutEvent,
  password_link: passwordLink,
  test: async (_, { locale }) => ({
    subject: mailWords[locale].testSubject,
    paragraphs: [mailWords[locale].test],
  }),
}

/** Templates whose payload opens a door: it is deleted once the letter is on its way. */
export const secretTemplates: ReadonlySet<string> = new Set(["password_link"])

const eventPayload = z.object({ eventId: z.number().int() })

async function aboutEvent(payload: string, { actor, locale }: Reader): Promise<Letter | null> {
  const { eventId } = eventPayload.parse(JSON.parse(payload))
  const [event] = await db().select().from(events).where(eq(events.id, eventId))
  const kind = event ? registry().kinds.get(event.kind) : undefined
  const record = event ? await kind?.find(db(), event.recordId) : null
  if (!event || !kind || !record || !kind.canSee(actor, record)) return null
  const words = mailWords[locale]
  const title = kind.title(record)
  return {
    subject: filled(words.eventSubject, { title }),
    paragraphs: [sentenceOf(event, locale) ?? filled(words.event, { title })],
    link: { url: new URL(kind.href(record), siteAddress()).href, label: words.open },
    note: words.why,
  }
}

const sentenceOf = (event: StoredEvent, locale: Locale): string | undefined =>
  registry()
    .modules.find((module) => module.describe?.[event.type])
    ?.describe?.[event.type]?.(event, locale)

const linkPayload = z.object({
  url: z.url({ protocol: /^https?$/ }),
  reason: z.enum(["first", "forgotten", "reset"]),
  expiresAt: z.coerce.date(),
})

async function passwordLink(payload: string, { locale, timeZone }: Reader): Promise<Letter | null> {
  const { url, reason, expiresAt } = linkPayload.parse(JSON.parse(takeOut(payload)))
  if (expiresAt.getTime() <= Date.now()) return null
  const words = mailWords[locale]
  return {
    subject: words.passwordSubject[reason],
    paragraphs: [words.password[reason]],
    link: { url, label: words.passwordOpen },
    note: filled(words.passwordUntil, { until: written(expiresAt, locale, timeZone) }),
  }
}

const written = (at: Date, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  }).format(at)

const filled = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
