"use client"

import { useCallback, useEffect, useState } from "react"
import type { Move } from "@/components/messages/talk-frames"
import { look } from "@/components/messages/talk-requests"
import { withReading } from "@/components/messages/talk-rows"
import { useMeanwhile } from "@/components/messages/use-meanwhile"
import type { Draft } from "@/lib/messages/drafting"
import type { MessageView } from "@/lib/messages/view"

export interface Thread {
  root: MessageView
  rows: MessageView[]
  earlier: boolean
  /** How many haven't read one's own answers, by number. */
  unread: Record<number, number>
  /** Everything up to here was read before. */
  read: number
  draft: Draft
}

/** A thread as its pane holds it, and how it hears of what is answered. */
export function useThread(rootId: number | null) {
  const [thread, setThread] = useState<Thread | null>(null)
  const [times, setTimes] = useState(0)
  const change = useCallback(
    (put: (now: Thread) => Thread) => setThread((now) => now && put(now)),
    [],
  )
  const meanwhile = useMeanwhile(change)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read as many times as something was missed
  useEffect(() => {
    setThread((now) => (now?.root.id === rootId ? now : null))
    if (rootId === null) return
    let over = false
    meanwhile.begin()
    void look<Thread>("thread", { message: rootId }).then((found) => {
      if (over) return
      const since = meanwhile.end()
      if (found) setThread((now) => since(withEarlierOf(now, found)))
    })
    return () => {
      over = true
      meanwhile.end()
    }
  }, [rootId, times, meanwhile])
  /** Something may have been answered unheard. */
  const again = useCallback(() => setTimes((times) => times + 1), [])
  const arrive = useCallback(
    (message: MessageView, root: MessageView | undefined, unread: number | null) =>
      meanwhile.put((now) => withAnswer(now, message, root, unread)),
    [meanwhile],
  )
  const read = useCallback(
    (moves: readonly Move[]) => change((now) => withReading(now, moves, now.root.id)),
    [change],
  )
  const earlier = useCallback(async () => {
    const first = thread?.rows[0]
    if (!first || !thread) return
    const found = await look<Thread>("thread", { message: thread.root.id, before: first.seq })
    if (found) change((now) => (now.root.id === found.root.id ? withBefore(now, found) : now))
  }, [thread, change])
  return { thread, arrive, read, earlier, again }
}

/** What was answered before what is shown. */
const withBefore = (now: Thread, found: Thread): Thread => ({
  ...now,
  rows: [...found.rows, ...now.rows],
  earlier: found.earlier,
  unread: { ...found.unread, ...now.unread },
})

/** Its newest stretch, read again, behind what was shown before it. */
function withEarlierOf(now: Thread | null, found: Thread): Thread {
  const first = found.rows[0]
  const before = first ? (now?.rows.filter(({ seq }) => seq < first.seq) ?? []) : []
  if (!now || before.length === 0) return found
  return {
    ...found,
    rows: [...before, ...found.rows],
    earlier: now.earlier,
    unread: { ...now.unread, ...found.unread },
  }
}

/**
 * A message as it arrives, new or changed, where it stands in the thread.
 * @param unread how many have to read it, when it is one's own and new
 */
function withAnswer(
  now: Thread,
  message: MessageView,
  root: MessageView | undefined,
  unread: number | null,
): Thread {
  if (message.id === now.root.id) return { ...now, root: message }
  if (message.threadId !== now.root.id) return now
  const others = now.rows.filter(({ id }) => id !== message.id)
  const known = others.length < now.rows.length
  return {
    ...now,
    root: root ?? now.root,
    rows: [...others, message].toSorted((a, b) => a.seq - b.seq),
    unread: unread === null || known ? now.unread : { ...now.unread, [message.seq]: unread },
  }
}
