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
      {keys.map((entry) => (
        <span key={entry.word} className="flex items-center gap-1.5 whitespace-nowrap">
          {entry.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {entry.word}
        </span>
      ))}
      <span className="ml-auto truncate">{children}</span>
    </div>
  )
}
