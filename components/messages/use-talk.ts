"use client"

import { useCallback, useEffect, useRef } from "react"
import { type Arrived, type Move, readFrame, type Typist } from "@/components/messages/talk-frames"
import { type Rows, withMessage, withReading } from "@/components/messages/talk-rows"
import { useStretch } from "@/components/messages/use-stretch"
import { hearOf } from "@/components/shell/live-stream"
import type { MessageView } from "@/lib/messages/view"

interface TalkEvents {
  onArrived(news: Arrived): void
  onReading(moves: readonly Move[]): void
  onTyping(person: Typist): void
  /** Somebody has the group before them too, or no longer. */
  onPresence(person: Typist, left: boolean): void
  /** Something may have been said unheard. */
  onMissed(): void
}

/**
 * The stream of one group: what is shown of it, kept true while the page is open, with more of it
 * on demand. A message is sent whole; after a lost connection what was missed is asked for.
 */
export function useTalk(
  group: { id: number; size: number },
  meId: number,
  first: Rows,
  events: TalkEvents,
) {
  const { id, size } = group
  const { rows, now, setRows, put, earlier, later, again, all, goTo } = useStretch(id, first)
  const heard = useRef(events)
  heard.current = events

  const arrive = useCallback(
    (news: Arrived) => {
      const own = news.fresh && news.message.author.id === meId
      const shown = news.message.threadId === null ? news.message : news.root
      if (shown)
        put((now) => withMessage(now, shown, own && shown === news.message ? size - 1 : null))
      heard.current.onArrived(news)
      if (!news.fresh && quotes(now.current.rows, news.message.id)) void all()
    },
    [meId, size, now, all, put],
  )
  useEffect(() => {
    // Where the newest isn't shown nothing new is missing: it is read when somebody goes there.
    const catchUp = () => void (now.current.later || again())
    const missed = (read: () => void) => {
      read()
      heard.current.onMissed()
    }
    // Between the page and its script something may have been said.
    catchUp()
    return hearOf([`group:${id}`], (news) => {
      if (news.type === "whole")
        readFrame(news, {
          message: arrive,
          reading: (moves) => {
            setRows((now) => withReading(now, moves, null))
            heard.current.onReading(moves)
          },
          typing: (person) => heard.current.onTyping(person),
          here: (person, left) => heard.current.onPresence(person, left),
        })
      else if (news.type === "listening") missed(catchUp)
      else if (news.type === "change" || news.type === "reset") missed(() => void all())
    })
  }, [id, now, arrive, again, all, setRows])

  return { rows, earlier, later, goTo }
}

/** Whether what one of them repeats was changed or taken back. */
export const quotes = (rows: readonly MessageView[], id: number): boolean =>
  rows.some(({ quote }) => quote?.id === id)
