import type { Locale } from "./actor"

const lists = {
  zh: new Intl.ListFormat("zh", { type: "conjunction", style: "narrow" }),
  en: new Intl.ListFormat("en", { type: "conjunction", style: "narrow" }),
} satisfies Record<Locale, Intl.ListFormat>

/** Names one after another as the reader's language puts them: 周舟、许诺 or Zhou, Xu. */
export const enumerated = (names: Iterable<string>, locale: Locale): string =>
  lists[locale].format(names)
