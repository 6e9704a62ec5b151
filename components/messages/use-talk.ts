"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { look } from "@/components/messages/talk-requests"
import {
  type Rows,
  withEarlier,
  withLater,
  withMessage,
  withReading,
} from "@/components/messages/talk-rows"
import { hearOf } from "@/components/shell/live-stream"
import type { MessageView } from "@/lib/messages/view"

/** What arrives whole; the server's `whole.ts` and `telling.ts` say so. */
interface Arrived {
  message: MessageView
  /** What begins its thread, with its new number of answers. */
  root?: MessageView
  fresh: boolean
}

export interface Typist {
  id: number
  name: string
}

export interface TalkEvents {
  onArrived(news: Arrived): void
  onTyping(person: Typist): void
  /** The group is no longer this person's. */
  onLost(): void
}

/**
 * The stream of one group: what is shown of it, kept true while the page is open, with more of it
 * on demand. A message is sent whole; after a lost connection what was missed is asked for.
 */
export function useTalk(
  groupId: number,
  meId: number,
  size: number,
  first: Rows,
  events: TalkEvents,
) {
  const [rows, setRows] = useState(first)
  const now = useRef(rows)
  now.current = rows
  const busy = useRef(false)
  const heard = useRef(events)
  heard.current = events

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
  const goTo = useCallback(
    (asked: { around: number } | { day: string } | "newest") =>
      load(asked === "newest" ? {} : asked, (_, found) => found),
    [load],
  )

  const arrive = useCallback(
    (news: Arrived) => {
      const own = news.fresh && news.message.author.id === meId
      const shown = news.message.threadId === null ? news.message : news.root
      if (shown)
        setRows((now) => withMessage(now, shown, own && shown === news.message ? size - 1 : null))
      heard.current.onArrived(news)
    },
    [meId, size],
  )

  useEffect(() => {
    const catchUp = () => {
      // Where the newest isn't shown nothing is missing: it is read when somebody goes there.
      if (!now.current.later) void later()
    }
    return hearOf([`group:${groupId}`], (news) => {
      if (news.type === "lost") heard.current.onLost()
      else if (news.type === "change" || news.type === "reset") catchUp()
      else if (news.type === "whole") {
        if (news.name === "message") arrive(news.data as Arrived)
        if (news.name === "reading")
          setRows((now) => withReading(now, (news.data as { moves: never[] }).moves))
        if (news.name === "typing") heard.current.onTyping((news.data as { person: Typist }).person)
      }
    })
  }, [groupId, arrive, later])

  return {
    rows,
    earlier,
    later,
    goTo,
    put: (message: MessageView) => setRows((now) => withMessage(now, message, null)),
  }
}
