import { eq } from "drizzle-orm"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import type { Locale, PersonActor } from "./actor"
import type { StoredEvent } from "./context"
import { guestNames } from "./guest-names"
import { registry } from "./registry"
import { saidOf } from "./said-of"
import { siteAddress } from "./site-address"

interface Told {
  title: string
  /** Who did what to which record, in one line. */
  text: string
  url: string
}

/**
 * What happened, for somebody outside the portal's pages.
 * @returns null where they may not see the record (any more)
 */
export async function toldOf(
  event: StoredEvent,
  { actor, locale }: { actor: PersonActor; locale: Locale },
): Promise<Told | null> {
  const kind = registry().kinds.get(event.kind)
  const record = await kind?.find(db(), event.recordId)
  if (!kind || !record || !kind.canSee(actor, record)) return null
  const title = kind.title(record, locale)
  const text = described(event, locale) ?? (await sentence(event, title, locale))
  return { title, text, url: new URL(kind.href(record), siteAddress()).href }
}

const described = (event: StoredEvent, locale: Locale): string | undefined =>
  registry()
    .modules.find((module) => module.describe?.[event.type])
    ?.describe?.[event.type]?.(event, locale)

async function sentence(event: StoredEvent, title: string, locale: Locale): Promise<string> {
  const what = saidOf(event.type, locale)
  const who = await doerOf(event, locale)
  const done = [who, what].filter(Boolean).join(" · ")
  return locale === "zh" ? `${done}「${title}」` : `${done}: “${title}”`
}

async function doerOf({ actorKind, actorId }: StoredEvent, locale: Locale): Promise<string> {
  if (actorKind === "person") return nameOf(actorId)
  if (actorKind !== "guest" || actorId === null) return ""
  return (await guestNames(db(), [actorId], locale)).get(actorId) ?? ""
}

async function nameOf(id: number | null): Promise<string> {
  const [row] = await db()
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, id ?? 0))
  return row?.name ?? ""
}
