"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { Composer } from "@/components/messages/composer"
import type { MessageDeeds } from "@/components/messages/hover-bar"
import { MessageRow } from "@/components/messages/message-row"
import { PendingRow } from "@/components/messages/pending-row"
import { useTalkSetting } from "@/components/messages/talk-context"
import { look } from "@/components/messages/talk-requests"
import type { Pending } from "@/components/messages/unsent"
import type { Written } from "@/components/messages/use-written-message"
import { Button } from "@/components/ui/button"
import { filled } from "@/components/ui/filled"
import { IconButton } from "@/components/ui/icon-button"
import type { MessageView } from "@/lib/messages/view"

interface Thread {
  root: MessageView
  rows: MessageView[]
  earlier: boolean
  unread: Record<number, number>
}

/** A thread as its pane holds it, and how it hears of what is answered. */
export function useThread(rootId: number | null) {
  const [thread, setThread] = useState<Thread | null>(null)
  const [times, setTimes] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read as many times as something was missed
  useEffect(() => {
    let over = false
    setThread((now) => (now?.root.id === rootId ? now : null))
    if (rootId !== null)
      void look<Thread>("thread", { message: rootId }).then((found) => {
        if (!over && found) setThread((now) => withEarlierOf(now, found))
      })
    return () => {
      over = true
    }
  }, [rootId, times])
  /** Something may have been answered unheard. */
  const again = useCallback(() => setTimes((times) => times + 1), [])
  const arrive = useCallback((message: MessageView, root?: MessageView) => {
    setThread((now) => {
      if (!now) return now
      if (message.id === now.root.id) return { ...now, root: message }
      if (message.threadId !== now.root.id) return now
      const others = now.rows.filter(({ id }) => id !== message.id)
      return {
        ...now,
        root: root ?? now.root,
        rows: [...others, message].toSorted((a, b) => a.seq - b.seq),
      }
    })
  }, [])
  const earlier = useCallback(async () => {
    const first = thread?.rows[0]
    if (!first || !thread) return
    const found = await look<Thread>("thread", { message: thread.root.id, before: first.seq })
    if (found)
      setThread({ ...thread, rows: [...found.rows, ...thread.rows], earlier: found.earlier })
  }, [thread])
  return { thread, arrive, earlier, again }
}

/** Its newest stretch, read again, behind what was shown before it. */
function withEarlierOf(now: Thread | null, found: Thread): Thread {
  const first = found.rows[0]
  const before = first ? (now?.rows.filter(({ seq }) => seq < first.seq) ?? []) : []
  if (!now || before.length === 0) return found
  return { ...found, rows: [...before, ...found.rows], earlier: now.earlier }
}

/** 336 wide beside the stream; over it on narrow screens. */
export function ThreadPane({
  thread,
  deeds,
  pending,
  onSend,
  onEarlier,
  onClose,
  onRetry,
  onDrop,
}: {
  thread: Thread
  deeds: MessageDeeds
  pending: readonly Pending[]
  onSend: (written: Written) => void
  onEarlier: () => void
  onClose: () => void
  onRetry: (key: string) => void
  onDrop: (key: string) => void
}) {
  const { words, group } = useTalkSetting()
  const { root, rows } = thread
  const foot = useRef<HTMLDivElement>(null)
  const waiting = pending.filter(({ input }) => input.threadId === root.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is brought into sight
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    void foot.current?.scrollIntoView({ block: "end" })
  }, [rows.length, waiting.length])
  return (
    <aside
      aria-label={words.thread.title}
      className="flex w-84 shrink-0 flex-col border-l border-line bg-surface max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-20 max-xl:shadow-raised max-md:w-full max-md:border-l-0"
    >
      <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line pr-3 pl-4">
        <h2 className="text-panel">{words.thread.title}</h2>
        <span className="text-meta text-ink-3">
          {filled(words.thread.count, { count: root.replies })}
        </span>
        <IconButton icon="x" label={words.thread.close} className="ml-auto" onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
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
      {!group.archived && (
        <Composer key={root.id} compact threadId={root.id} focusKey={root.id} onSend={onSend} />
      )}
    </aside>
  )
}
