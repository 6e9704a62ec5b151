import { tagKey, tagsIn } from "@/lib/platform/tags"

interface Texts {
  name: string
  description: string
}

const last = (tag: string) => `#${tag}`

/** The description with one more #tag at its end; null when the task carries it already. */
export function withTag({ name, description }: Texts, tag: string): string | null {
  const key = tagKey(tag)
  if (tagsIn(name, description).some((one) => one.key === key)) return null
  const text = description.trimEnd()
  return text === "" ? last(tag) : `${text}\n${last(tag)}`
}

/** The description without the tag that stands at its end; as it is when none does. */
export function withoutTag(description: string, tag: string): string {
  const text = description.trimEnd()
  return text === last(tag) || text.endsWith(`\n${last(tag)}`)
    ? text.slice(0, -last(tag).length).trimEnd()
    : description
}
