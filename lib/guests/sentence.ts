import { writtenDay } from "@/lib/calendar/written-day"
import type { GuestMay, Locale } from "@/lib/platform/actor"
import { scopeWords } from "./words-scope"

/** One thing in scope, by its name. */
export interface Opened {
  kind: string
  title: string
  may: GuestMay
}

/** 「远山科技二期」的文件查阅 */
export function openedPhrase({ kind, title, may }: Opened, locale: Locale): string {
  const words = scopeWords[locale]
  const phrases = new Map<string, string>(Object.entries(words.phrase))
  const phrase = phrases.get(`${kind}_${may}`) ?? words.phrase.other
  return phrase.replace("{title}", () => title)
}

/**
 * The heart of an invitation: 仅限「远山科技二期」的文件查阅，至 12月6日.
 * @param day the last day, empty while none is chosen
 */
export function scopeSentence(opened: readonly Opened[], day: string, locale: Locale): string {
  const words = scopeWords[locale]
  if (opened.length === 0) return words.nothing
  const things = opened.map((each) => openedPhrase(each, locale)).join(words.and)
  const until = day === "" ? "" : words.until.replace("{day}", () => writtenDay(day, locale))
  return words.only.replace("{things}", () => things) + until
}
