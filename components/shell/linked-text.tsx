import { Link } from "@/components/ui/link"
import { TaggedText } from "@/components/ui/tag"
import { numberPieces } from "@/lib/platform/numbers"

/** A text as written, with its tags and the numbers of records as links. */
export function LinkedText({ text }: { text: string }) {
  let start = 0
  return numberPieces(text).map(({ text: piece, href }) => {
    const key = start
    start += piece.length
    if (!href) return <TaggedText key={key} text={piece} />
    return (
      <Link key={key} href={href} className="link">
        {piece}
      </Link>
    )
  })
}
