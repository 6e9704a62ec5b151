"use client"

import { useEffect, useRef } from "react"
import { Composer } from "@/components/messages/composer"
import type { MessageDeeds } from "@/components/messages/hover-bar"
import { arrowKeys } from "@/components/messages/message-keys"
import { MessageRow } from "@/components/messages/message-row"
import { PendingRow } from "@/components/messages/pending-row"
import { useTalkSetting } from "@/components/messages/talk-context"
import type { Pending } from "@/components/messages/unsent"
import { useReading } from "@/components/messages/use-reading"
import type { Thread } from "@/components/messages/use-thread"
import type { Written } from "@/components/messages/use-written-message"
import { Button } from "@/components/ui/button"
import { cx } from "@/components/ui/cx"
import { filled } from "@/components/ui/filled"
import { IconButton } from "@/components/ui/icon-button"

interface Held {
  thread: Thread
  deeds: MessageDeeds
  pending: readonly Pending[]
  onEarlier: () => void
  onRetry: (key: string) => void
  onDrop: (key: string) => void
}

/** 336 wide beside the stream; over it on narrow screens. */
export function ThreadPane({
  covered,
  onSend,
  onClose,
  ...held
}: Held & {
  /** Another pane stands in its place, where there is room for one. */
  covered: boolean
  onSend: (written: Written) => void
  onClose: () => void
}) {
  const { words, group } = useTalkSetting()
  const { root, draft } = held.thread
  return (
    <aside
      aria-label={words.thread.title}
      className={cx(
        "flex w-84 shrink-0 flex-col border-l border-line bg-surface max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-20 max-xl:shadow-raised max-md:w-full max-md:border-l-0",
        covered && "max-xl:hidden",
      )}
      onKeyDown={(event) => {
        // What lies over it, as a menu or a dialog, is left first.
        if (event.key !== "Escape" || event.isDefaultPrevented()) return
        if (event.target instanceof Node && event.currentTarget.contains(event.target)) onClose()
      }}
    >
      <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line pr-3 pl-4">
        <h2 className="text-panel">{words.thread.title}</h2>
        <span className="text-meta text-ink-3">
          {filled(words.thread.count, { count: root.replies })}
        </span>
        <IconButton icon="x" label={words.thread.close} className="ml-auto" onClick={onClose} />
      </header>
      <Answers {...held} />
      {!group.archived && (
        <Composer compact threadId={root.id} focusKey={root.id} draft={draft} onSend={onSend} />
      )}
    </aside>
  )
}

/** What the thread begins with and all that was answered; how far one looked at it is said. */
function Answers({ thread, deeds, pending, onEarlier, onRetry, onDrop }: Held) {
  const { words, group } = useTalkSetting()
  const { root, rows } = thread
  const box = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  const last = rows.at(-1)?.seq ?? 0
  const newest = useRef(last)
  newest.current = last
  const place = { groupId: group.id, threadId: root.id }
  const { looked } = useReading(box, place, newest, Math.max(thread.read, root.seq))
  const waiting = pending.filter(({ input }) => input.threadId === root.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is brought into sight
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    void foot.current?.scrollIntoView({ block: "end" })
    looked()
  }, [last, waiting.length])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the messages in it
    <div
      ref={box}
      onScroll={looked}
      onKeyDown={arrowKeys}
      data-messages
      className="min-h-0 flex-1 overflow-y-auto"
    >
      <MessageRow message={root} unread={undefined} deeds={deeds} small />
      <div className="mx-4 border-b border-line" />
      {thread.earlier && (
        <Button tone="quiet" className="mx-3 my-1" onClick={onEarlier}>
          {words.thread.earlier}
        </Button>
      )}
      {rows.map((row) => (
        <MessageRow
          key={row.id}
          message={row}
          unread={thread.unread[row.seq]}
          deeds={deeds}
          small
        />
      ))}
      {waiting.map((each) => (
        <PendingRow key={each.key} pending={each} onRetry={onRetry} onDrop={onDrop} />
      ))}
      <div ref={foot} />
    </div>
  )
}
