"use client"

import { Icon } from "@/components/ui/icon"
import { IconButton } from "@/components/ui/icon-button"
import { offersAt, said, type VagueHelp } from "@/components/ui/vague-offers"
import type { Vague } from "@/lib/platform/vague"

/**
 * The strip inside a text box that speaks of one vague phrase: two concrete times to put in its
 * place, and × to leave it. Nothing blocks. Stands there empty before, so that it is read out.
 */
export function VagueHint({
  hit,
  help,
  onReplace,
  onDismiss,
}: {
  hit: Vague | undefined
  help: VagueHelp
  onReplace: (hit: Vague, by: string) => void
  onDismiss: (hit: Vague) => void
}) {
  const { words } = help
  return (
    <>
      <span role="status" className="sr-only">
        {hit && said(words.vague[hit.kind], hit.word)}
      </span>
      {hit && (
        <div className="@container flex h-8 items-center gap-2 bg-support-wash pr-1 pl-2.5 text-meta text-support max-md:h-11">
          <Icon name={hit.kind === "time" ? "clock" : "info"} size={14} />
          <span aria-hidden="true" className="min-w-0 truncate text-ink-2 @max-[32rem]:hidden">
            {said(words.vague[hit.kind], hit.word)}
          </span>
          <span aria-hidden="true" className="min-w-0 truncate text-ink-2 @min-[32rem]:hidden">
            {said(words.short[hit.kind], hit.word)}
          </span>
          {hit.kind === "time" &&
            offersAt(new Date(), help).map(({ text, brief }) => (
              <button
                key={text}
                type="button"
                aria-label={text}
                // The caret stays in the text, where the next word is written.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onReplace(hit, text)}
                className="one-word h-6 shrink-0 rounded-chip border border-line bg-surface px-2 text-ink hover:bg-[image:linear-gradient(var(--hover),var(--hover))] max-md:h-9"
              >
                <span className="@max-[32rem]:hidden">{text}</span>
                <span className="@min-[32rem]:hidden">{brief}</span>
              </button>
            ))}
          <IconButton
            icon="x"
            label={words.dismiss}
            className="ml-auto size-6 text-support max-md:size-9"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onDismiss(hit)}
          />
        </div>
      )}
    </>
  )
}
