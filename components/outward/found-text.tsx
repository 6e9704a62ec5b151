import type { ReactNode } from "react"
import { NotFind } from "@/components/outward/not-find"
import type { KindWords } from "@/components/outward/stop-dialog"
import { Icon } from "@/components/ui/icon"
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
  const found = findKinds.flatMap((kind) => {
    const own = finds.filter((find) => find.kind === kind)
    const says = own.map(({ index, length }) => text.slice(index, index + length)).filter(Boolean)
    return own.length > 0 ? [{ kind, count: own.length, says }] : []
  })
  return (
    <>
      {found.length > 0 && (
        <ul aria-label={words.found} className="mt-2 flex flex-wrap gap-2 text-meta text-support">
          {found.map(({ kind, count, says }) => (
            <li key={kind} className="inline-flex h-5 items-center gap-1.5">
              <Icon name="shield" size={14} />
              {kinds[kind]}
              {count > 1 && ` × ${count}`}
              {says.length > 0 && <NotFind kind={kind} found={says} words={words} />}
            </li>
          ))}
        </ul>
      )}
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
