import { eq, inArray } from "drizzle-orm"
import { z } from "zod"
import { db } from "@/db/engine"
import { events } from "@/db/schema/events"
import type { Locale, PersonActor } from "./actor"
import { dateFormat } from "./date-format"
import { specOf } from "./events"
import type { Letter } from "./mail-body"
import { mailWords } from "./mail-words"
import { siteAddress } from "./site-address"
import { toldOf } from "./told"
import { unsubscribeLinks } from "./unsubscribing"
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
  digest,
  password_link: passwordLink,
  test: async (_, { locale }) => ({
    subject: mailWords[locale].testSubject,
    paragraphs: [mailWords[locale].test],
  }),
  push_test: async (_, { locale }) => ({
    subject: mailWords[locale].testSubject,
    paragraphs: [mailWords[locale].pushTest],
    link: { url: new URL("/settings/notifications", siteAddress()).href, label: "" },
  }),
}

/** Templates whose payload opens a door: it is deleted once the letter is on its way. */
export const secretTemplates: ReadonlySet<string> = new Set([
  "password_link",
  "guest_link",
  "guest_code",
])

const eventPayload = z.object({ eventId: z.number().int(), category: z.string().optional() })

async function aboutEvent(payload: string, reader: Reader): Promise<Letter | null> {
  const { eventId, category } = eventPayload.parse(JSON.parse(payload))
  const [event] = await db().select().from(events).where(eq(events.id, eventId))
  const told = event && (await toldOf(event, reader))
  if (!told) return null
  const words = mailWords[reader.locale]
  const { personId } = reader.actor
  const invitation = await specOf(event.type).invite?.(db(), event, personId)
  return {
    ...(invitation && { invitation }),
    ...(invitation?.answers && { items: invitation.answers(reader.locale) }),
    subject: filled(words.eventSubject, { title: told.title }),
    paragraphs: [told.text],
    link: { url: told.url, label: words.open },
    note: words.why,
    ...(category && wayOut(reader, category)),
  }
}

const wayOut = ({ actor, locale }: Reader, category: string): Pick<Letter, "unsubscribe"> => ({
  unsubscribe: {
    ...unsubscribeLinks({ personId: actor.personId, category }),
    label: mailWords[locale].unsubscribe,
  },
})

const digestPayload = z.object({ eventIds: z.array(z.number().int()).max(500) })

/** The daily mail: one line for each record, with what happened to it last. */
async function digest(payload: string, reader: Reader): Promise<Letter | null> {
  const { eventIds } = digestPayload.parse(JSON.parse(payload))
  const found = await db().select().from(events).where(inArray(events.id, eventIds))
  const last = new Map(
    found
      .sort((one, other) => one.id - other.id)
      .map((event) => [`${event.kind}:${event.recordId}`, event]),
  )
  const told = await Promise.all([...last.values()].map((event) => toldOf(event, reader)))
  const items = told.flatMap((one) => (one ? [{ text: one.text, url: one.url }] : []))
  if (items.length === 0) return null
  const words = mailWords[reader.locale]
  return {
    subject: filled(words.digestSubject, { count: String(items.length) }),
    paragraphs: [words.digest],
    items,
    link: { url: new URL("/inbox", siteAddress()).href, label: words.open },
    ...wayOut(reader, "digest"),
  }
}

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

export const written = (at: Date, locale: Locale, timeZone: string): string =>
  dateFormat(locale === "zh" ? "zh-CN" : "en-GB", timeZone, {
    dateStyle: "long",
    timeStyle: "short",
  }).format(at)

export const filled = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
