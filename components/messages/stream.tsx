"use client"

import { Fragment, type RefObject } from "react"
import type { MessageDeeds } from "@/components/messages/hover-bar"
import { arrowKeys } from "@/components/messages/message-keys"
import { MessageRow } from "@/components/messages/message-row"
import { PendingRow } from "@/components/messages/pending-row"
import { useTalkSetting } from "@/components/messages/talk-context"
import type { Rows } from "@/components/messages/talk-rows"
import { clockOf, dayOf, dayTitle } from "@/components/messages/talk-times"
import type { Pending } from "@/components/messages/unsent"
import { filled } from "@/components/ui/filled"

/** The messages of a group, days apart, with the line above what is new and what is on its way below. */
export function Stream({
  box,
  shown,
  deeds,
  lineAfter,
  beyond,
  marked,
  pending,
  onScroll,
  onRetry,
  onDrop,
}: {
  box: RefObject<HTMLDivElement | null>
  shown: Rows
  deeds: MessageDeeds
  /** Everything behind this number is new. */
  lineAfter: number
  /** How many are new when not all of them are shown. */
  beyond: number
  marked: number | null
  pending: readonly Pending[]
  onScroll: () => void
  onRetry: (key: string) => void
  onDrop: (key: string) => void
}) {
  const setting = useTalkSetting()
  const { words, me } = setting
  const fresh = shown.rows.filter((row) => row.seq > lineAfter && row.author.id !== me.id)
  const first = fresh[0]
  let day = ""
  return (
    <div
      ref={box}
      onScroll={onScroll}
      onKeyDown={arrowKeys}
      data-messages
      data-later={shown.later || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
      tabIndex={0}
      role="log"
      aria-label={words.stream}
      aria-live="off"
      className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain pb-3 [overflow-anchor:none] focus-visible:-outline-offset-2"
    >
      <p className="mt-auto px-5 pt-4 pb-1 text-meta text-ink-3">
        {shown.earlier ? words.earlier : words.beginning}
      </p>
      {shown.rows.map((row) => {
        const its = dayOf(setting, row.at)
        const begins = its !== day
        day = its
        return (
          <Fragment key={row.id}>
            {begins && <DayLine day={its}>{dayTitle(setting, row.at)}</DayLine>}
            {row.id === first?.id && (
              <NewLine>
                {filled(words.newFrom, {
                  count: shown.later ? Math.max(beyond, fresh.length) : fresh.length,
                  time: clockOf(setting, row.at),
                })}
              </NewLine>
            )}
            <MessageRow
              message={row}
              unread={shown.unread[row.seq]}
              deeds={deeds}
              marked={row.id === marked}
            />
          </Fragment>
        )
      })}
      {!shown.later &&
        pending.map((each) => (
          <PendingRow key={each.key} pending={each} onRetry={onRetry} onDrop={onDrop} />
        ))}
    </div>
  )
}

function DayLine({ day, children }: { day: string; children: string }) {
  return (
    <p
      data-day={day}
      className="one-word flex items-center gap-3 px-5 py-2 text-meta text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
    >
      {children}
    </p>
  )
}

/** 2 条新消息，从 09:22 起: accent, after a beginning of 32. */
function NewLine({ children }: { children: string }) {
  return (
    <p
      data-new-line
      className="flex items-center gap-3 px-5 py-1 text-meta font-semibold text-accent-ink before:h-px before:w-8 before:bg-accent after:h-px after:flex-1 after:bg-accent"
    >
      {children}
    </p>
  )
}
