"use client"

import { type RefObject, useEffect, useMemo, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import type { Rows } from "@/components/messages/talk-rows"
import { dayOf } from "@/components/messages/talk-times"
import { newLine, sideOf } from "@/components/messages/use-new-line"
import { useNews } from "@/components/messages/use-news"
import { usePlace } from "@/components/messages/use-place"
import { useReading } from "@/components/messages/use-reading"
import type { useTalk } from "@/components/messages/use-talk"
import type { Draft } from "@/lib/messages/drafting"
import type { MessageView } from "@/lib/messages/view"

/** What a conversation begins with. */
export interface Begun {
  rows: Rows
  /** Everything up to here was read before. */
  position: number
  lastSeq: number
  /** A link leads to this message, and into this thread. */
  message: number | null
  thread: number | null
  draft: Draft
  /** How many of one's own messages wait to be sent here. */
  waiting: number
  /** Ids of messages here that one keeps. */
  kept: readonly number[]
}

/** More is read when what is shown ends this near. */
const near = 600

/** Where somebody stands in a stream: how far they read, what came below, where they are led. */
export function useStanding(
  box: RefObject<HTMLElement | null>,
  groupId: number,
  begun: Begun,
  { rows, earlier, later, goTo }: ReturnType<typeof useTalk>,
  pending: number,
) {
  const changed = useMemo(() => ({ rows, pending }), [rows, pending])
  const place = usePlace(box, changed, startOf(begun))
  const { newest, setLine, below, setBelow, came, ...news } = useNews(box, begun, rows, place)
  const led = useMarked(begun.message, place, goTo)
  const reading = useReading(box, { groupId }, newest, begun.position)

  const onScroll = () => {
    place.note()
    reading.looked()
    const it = box.current
    if (!it) return
    if (!document.hidden && place.isAtEnd()) setBelow(0)
    if (it.scrollTop < near && rows.earlier) void earlier()
    if (rows.later && it.scrollHeight - it.scrollTop - it.clientHeight < near) void later()
  }
  // A short stretch doesn't scroll: what lies around it is read at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the stretch changed
  useEffect(onScroll, [rows])

  const toEnd = async () => {
    if (rows.later) await goTo("newest")
    requestAnimationFrame(place.toEnd)
    setBelow(0)
  }
  /** First to the first of what is new, then to the last. */
  const toNewest = () => {
    if (below === 0 || sideOf(box.current) !== "below") return toEnd()
    place.to(newLine)
  }
  const arrived = ({ seq }: MessageView, counts: boolean) => {
    came(seq, counts ? 1 : 0)
    reading.looked()
  }
  const sent = () => {
    setLine(Number.MAX_SAFE_INTEGER)
    void toEnd()
  }
  const stayUnread = ({ seq }: MessageView) => {
    reading.stay()
    setLine(seq - 1)
  }
  return { ...news, ...reading, ...led, toNewest, below, onScroll, arrived, sent, stayUnread }
}

/** Where a link leads, else the line above what is new, else the end. */
const startOf = ({ message, position, lastSeq }: Begun): string | null => {
  if (message) return `#m${message}`
  return position < lastSeq ? newLine : null
}

/** The message that a link or a search led to. */
function useMarked(
  first: number | null,
  place: ReturnType<typeof usePlace>,
  goTo: ReturnType<typeof useTalk>["goTo"],
) {
  const [marked, setMarked] = useState(first)
  const toMessage = async ({ id, seq }: MessageView) => {
    setMarked(id)
    if (place.to(`#m${id}`)) return
    const found = await goTo({ around: seq })
    if (found?.rows.some((row) => row.id === id)) place.lead(`#m${id}`)
  }
  return { marked, toMessage, toDay: useDays(place, goTo) }
}

/** The way to a day; one on which nobody said anything is the next on which somebody did, else the last. */
function useDays(
  place: ReturnType<typeof usePlace>,
  goTo: ReturnType<typeof useTalk>["goTo"],
): (day: string) => Promise<void> {
  const setting = useTalkSetting()
  return async (day) => {
    const found = await goTo({ day })
    const row = found?.rows.find(({ at }) => dayOf(setting, at) >= day) ?? found?.rows.at(-1)
    if (row) place.lead(`[data-day="${dayOf(setting, row.at)}"]`, "start")
  }
}
