"use client"

import { useCallback, useRef, useState } from "react"
import { look } from "@/components/messages/talk-requests"
import { type Rows, withEarlier, withLater } from "@/components/messages/talk-rows"

/** The stretch of a conversation that is shown, with more of it on demand. */
export function useStretch(groupId: number, first: Rows) {
  const [rows, setRows] = useState(first)
  const now = useRef(rows)
  now.current = rows
  const busy = useRef(false)
  const load = useCallback(
    async (asked: Record<string, string | number>, put: (now: Rows, found: Rows) => Rows) => {
      if (busy.current) return false
      busy.current = true
      const found = await look<Rows>("history", { group: groupId, ...asked })
      busy.current = false
      if (found) setRows((now) => put(now, found))
      return found !== null
    },
    [groupId],
  )
  const earlier = useCallback(
    () => load({ before: now.current.rows[0]?.seq ?? 0 }, withEarlier),
    [load],
  )
  const later = useCallback(
    () => load({ after: now.current.rows.at(-1)?.seq ?? 0 }, withLater),
    [load],
  )
  /** The newest of what is shown, and whatever came or changed since it was read. */
  const again = useCallback(
    () => load({ after: (now.current.rows.at(-30)?.seq ?? 1) - 1 }, withLater),
    [load],
  )
  const goTo = useCallback(
    (asked: { around: number } | { day: string } | "newest") =>
      load(asked === "newest" ? {} : asked, (_, found) => found),
    [load],
  )
  return { rows, now, setRows, earlier, later, again, goTo }
}
