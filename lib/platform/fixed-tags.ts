import type { Locale } from "./actor"
import type { InBoth } from "./module"

/** A tag that every company has, with a colour and a meaning of its own (G7.5). */
export interface FixedTag {
  /** What it is found by, in whichever language it was written. */
  key: string
  names: InBoth
  /** Full pinyin and initials. */
  pinyin: readonly string[]
  /** A word of `components/ui/tone.ts`. */
  tone: "cinnabar" | "support" | "quiet"
  meaning: InBoth
}

export const fixedTags: readonly FixedTag[] = [
  {
    key: "紧急",
    names: { zh: "紧急", en: "urgent" },
    pinyin: ["jinji", "jj"],
    tone: "cinnabar",
    meaning: { zh: "要先处理，放在别的事前面", en: "Comes before everything else" },
  },
  {
    key: "待审批",
    names: { zh: "待审批", en: "needs-approval" },
    pinyin: ["daishenpi", "dsp"],
    tone: "support",
    meaning: { zh: "要等有权批准的人同意后才能继续", en: "Waits for approval" },
  },
  {
    key: "归档",
    names: { zh: "归档", en: "archived" },
    pinyin: ["guidang", "gd"],
    tone: "quiet",
    meaning: { zh: "已经结束，留作查阅", en: "Over, and kept to look things up" },
  },
]

const byKey = new Map(
  fixedTags.flatMap((tag) => [tag.key, tag.names.en].map((name) => [name, tag] as const)),
)

/** @param plain a tag in small letters */
export const fixedTag = (plain: string): FixedTag | undefined => byKey.get(plain)

/** A tag as it is shown: fixed ones in the reader's language, with colour and meaning. */
export interface ShownTag {
  name: string
  tone?: FixedTag["tone"]
  meaning?: string
}

/** @param tag its key, and its name as written */
export function shownTag({ key, name }: { key: string; name: string }, locale: Locale): ShownTag {
  const fixed = fixedTag(key)
  if (!fixed) return { name }
  return { name: fixed.names[locale], tone: fixed.tone, meaning: fixed.meaning[locale] }
}
