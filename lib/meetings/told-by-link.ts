import type { Locale } from "@/lib/platform/actor"
import type { StoredEvent } from "@/lib/platform/context"
import { words } from "./words"

/** What mails and devices say of an answer that came by a link: it may have been somebody else. */
export function linkAnswered({ data }: StoredEvent, locale: Locale): string {
  const { event, answer } = words[locale]
  const said = data.answer === "yes" || data.answer === "no" ? data.answer : "maybe"
  return event.linkAnswered
    .replace("{name}", String(data.name ?? ""))
    .replace("{answer}", answer[said])
}
