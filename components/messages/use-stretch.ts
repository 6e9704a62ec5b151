"use client"

import { useCallback, useRef, useState } from "react"
import { look } from "@/components/messages/talk-requests"
import { type Rows, withEarlier, withLater } from "@/components/messages/talk-rows"
import { useMeanwhile } from "@/components/messages/use-meanwhile"

type Where = { around: number } | { day: string } | "newest"

const seqAt = ({ rows }: Rows, at: 0 | -1) => rows.at(at)?.seq ?? 0

/** The stretch of a conversation that is shown, with more of it on demand. */
export function useStretch(groupId: number, first: Rows) {
  const [rows, setRows] = useState(first)
  const now = useRef(rows)
  now.current = rows
  /** What is being read; another wish while scrolling is dropped, news waits for its turn. */
  const reading = useRef<Promise<Rows | null> | null>(null)
  const meanwhile = useMeanwhile(setRows)
  const load = useCallback(
    async (asked: Record<string, string | number>, put: (now: Rows, found: Rows) => Rows) => {
      if (reading.current) return null
      meanwhile.begin()
      reading.current = look<Rows>("history", { group: groupId, ...asked })
      const found = await reading.current
      reading.current = null
      const since = meanwhile.end()
      if (found) setRows((now) => since(put(now, found)))
      return found
    },
    [groupId, meanwhile],
  )
  const earlier = useCallback(() => load({ before: seqAt(now.current, 0) }, withEarlier), [load])
  const later = useCallback(() => load({ after: seqAt(now.current, -1) }, withLater), [load])
  /** The newest of what is shown, and whatever came or changed since it was read. */
  const again = useCallback(async () => {
    while (reading.current) await reading.current
    return load({ after: (now.current.rows.at(-30)?.seq ?? 1) - 1 }, withLater)
  }, [load])
  /** Everything that is shown, read again: what was edited or taken back unheard is found too. */
  const all = useCallback(async () => {
    while (reading.current) await reading.current
    const last = now.current.rows.at(-1)?.seq ?? 0
    for (let from = (now.current.rows[0]?.seq ?? 1) - 1; ; ) {
      const found = await load({ after: from }, (held, read) =>
        read.later ? { ...withLater(held, read), later: held.later } : withLater(held, read),
      )
      from = found?.rows.at(-1)?.seq ?? last
      if (!found?.later || from >= last) return
    }
  }, [load])
  /** Another stretch in place of the one that is shown. */
  const goTo = useCallback(
    async (asked: Where) => {
      while (reading.current) await reading.current
      return load(asked === "newest" ? {} : asked, (_, found) => found)
    },
    [load],
  )
  return { rows, now, setRows, put: meanwhile.put, earlier, later, again, all, goTo }
}
