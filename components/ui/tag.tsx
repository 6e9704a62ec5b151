import { cx } from "@/components/ui/cx"
import { Link } from "@/components/ui/link"
import { toneText, toneWash } from "@/components/ui/tone"
import type { ShownTag } from "@/lib/platform/fixed-tags"
import { tagPieces } from "@/lib/platform/tags"

const searchFor = (name: string) => `/search?q=${encodeURIComponent(`#${name}`)}`

/**
 * #标签, which leads to everything that carries it. Only the fixed ones have a colour, and only
 * those that ask somebody to act are filled.
 */
export function Tag({ tag: { name, tone, meaning } }: { tag: ShownTag }) {
  const acts = tone !== undefined && tone !== "quiet"
  return (
    <Link
      href={searchFor(name)}
      title={meaning}
      className={cx(
        "one-word inline-flex h-5 max-w-full items-center rounded-chip text-meta hover:underline",
        tone ? [toneText[tone], "font-semibold"] : "text-ink-2",
        acts && [toneWash[tone], "px-1.5"],
      )}
    >
      <span className="truncate">#{name}</span>
    </Link>
  )
}

/** A text as written, with its tags as links. */
export function TaggedText({ text }: { text: string }) {
  let start = 0
  return tagPieces(text).map(({ text: piece, tag }) => {
    const key = start
    start += piece.length
    if (!tag) return piece
    return (
      <Link key={key} href={searchFor(tag.name)} className="link">
        {piece}
      </Link>
    )
  })
}
