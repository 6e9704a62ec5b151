import type { ReactNode } from "react"
import { FoundKinds } from "@/components/outward/found-kinds"
import type { KindWords } from "@/components/outward/stop-dialog"
import { masksAll, type Stop } from "@/lib/outward/stop"
import type { StopWords } from "@/lib/outward/words-stop"
import { type Find, findKinds } from "@/lib/platform/screening/kinds"
import { masked } from "@/lib/platform/screening/masking"

const isKind = (kind: string) => findKinds.find((known) => known === kind)

/** The finds of a stop that this page knows. */
const findsOf = (stop: Pick<Stop, "finds">): Find[] =>
  stop.finds.flatMap(({ kind: name, ...place }) => {
    const kind = isKind(name)
    return kind ? [{ kind, ...place }] : []
  })

/** A text with its finds marked. */
export function MarkedText({ text, finds }: { text: string; finds: readonly Find[] }) {
  const parts: ReactNode[] = []
  let done = 0
  for (const { index, length } of finds) {
    parts.push(text.slice(done, index))
    parts.push(
      <mark key={index} className="rounded-chip bg-support-wash px-0.5 font-semibold text-support">
        {text.slice(index, index + length)}
      </mark>,
    )
    done = index + length
  }
  parts.push(text.slice(done))
  return <>{parts}</>
}

/** What is found in a text, by kind, and how it would read masked. */
export function FoundText({
  text,
  stop,
  words,
  kinds,
}: {
  text: string
  stop: Stop
  words: StopWords
  kinds: KindWords
}) {
  const finds = findsOf(stop)
  // A text in which nothing was found needn't be read again.
  const shows = text !== "" && (finds.length > 0 || stop.unchecked)
  return (
    <>
      <FoundKinds {...{ text, finds, words, kinds }} administers={stop.administers} />
      {shows && (
        <Well>
          <MarkedText text={text} finds={finds} />
        </Well>
      )}
      {shows && masksAll(stop) && (
        <>
          <p className="mt-3 text-meta text-ink-2">{words.after}</p>
          <Well>{masked(text, finds)}</Well>
          <p className="mt-1.5 text-meta text-ink-3">{words.keeps}</p>
        </>
      )}
    </>
  )
}

export const Well = ({ children }: { children: ReactNode }) => (
  <p className="mt-1.5 max-h-48 overflow-y-auto rounded-field bg-sunken px-3 py-2 text-prose break-words whitespace-pre-wrap">
    {children}
  </p>
)
