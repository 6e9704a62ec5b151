import type { ReactNode } from "react"
import { Kbd } from "@/components/ui/kbd"

/** Under lists with a selected row: key first, word second, at most six. Never on phones. */
export function KeyFooter({
  keys,
  children,
}: {
  keys: { keys: string[]; word: string }[]
  /** The count at the right. */
  children?: ReactNode
}) {
  return (
    <div className="flex h-9 shrink-0 items-center gap-4 border-t border-line px-gutter text-meta text-ink-3 max-md:hidden print:hidden">
      {/* What doesn't fit is on a line that isn't seen: no key is cut. */}
      <div className="flex h-9 min-w-0 flex-1 flex-wrap gap-x-4 overflow-hidden">
        {keys.map((entry) => (
          <span key={entry.word} className="flex h-9 items-center gap-1.5 whitespace-nowrap">
            {entry.keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            {entry.word}
          </span>
        ))}
      </div>
      <span className="max-w-1/2 truncate">{children}</span>
    </div>
  )
}
