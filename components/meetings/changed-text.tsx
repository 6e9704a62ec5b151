import type { Piece } from "@/lib/meetings/text-difference"

/** A text with what went crossed out and what came underlined; read out loud, both are said. */
export function ChangedText({
  pieces,
  words,
}: {
  pieces: readonly Piece[]
  words: { added: string; removed: string }
}) {
  let from = 0
  return pieces.map(({ kind, text }) => {
    const key = from
    from += text.length + 1
    if (kind === "same") return <span key={key}>{text}</span>
    const Mark = kind === "added" ? "ins" : "del"
    return (
      <Mark
        key={key}
        className={
          kind === "added"
            ? "bg-accent-wash px-0.5 underline decoration-accent decoration-2 underline-offset-3"
            : "px-0.5 text-ink-2 line-through decoration-cinnabar"
        }
      >
        <span className="sr-only">{words[kind]}</span>
        {text}
      </Mark>
    )
  })
}
