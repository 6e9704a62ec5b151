import { AddException, NotFind } from "@/components/outward/not-find"
import type { KindWords } from "@/components/outward/stop-dialog"
import { Icon } from "@/components/ui/icon"
import type { StopWords } from "@/lib/outward/words-stop"
import { type Find, findKinds } from "@/lib/platform/screening/kinds"

/** What is found in a text, by kind, with what may be said of it. */
export function FoundKinds({
  text,
  finds,
  administers,
  words,
  kinds,
}: {
  /** Empty where the page doesn't know it. */
  text: string
  finds: readonly Find[]
  administers: boolean
  words: StopWords
  kinds: KindWords
}) {
  const found = findKinds.flatMap((kind) => {
    const own = finds.filter((find) => find.kind === kind)
    const says = own.map(({ index, length }) => text.slice(index, index + length)).filter(Boolean)
    return own.length > 0 ? [{ kind, count: own.length, says }] : []
  })
  if (found.length === 0) return null
  return (
    <ul aria-label={words.found} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-meta">
      {found.map(({ kind, count, says }) => (
        <li key={kind} className="inline-flex min-h-5 flex-wrap items-center gap-x-2 text-support">
          <span className="inline-flex items-center gap-1.5">
            <Icon name="shield" size={14} />
            {kinds[kind]}
            {count > 1 && ` × ${count}`}
          </span>
          {says.length > 0 && <NotFind kind={kind} found={says} words={words} />}
          {says.length > 0 && administers && <AddException found={says} words={words} />}
        </li>
      ))}
    </ul>
  )
}
