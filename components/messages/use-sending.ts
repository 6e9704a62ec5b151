"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { ask, unreachable } from "@/components/messages/talk-requests"
import { newKey, type Pending, placeOf } from "@/components/messages/unsent"
import { type Held, useDelivery } from "@/components/messages/use-delivery"
import { useUnsent } from "@/components/messages/use-unsent"
import { stopIn } from "@/components/outward/stopped"
import type { NewMessage } from "@/lib/messages/inputs"
import type { MessageView } from "@/lib/messages/view"
import type { WayOut } from "@/lib/outward/inputs"
import type { Stop } from "@/lib/outward/stop"

type Arrived = Pick<MessageView, "id" | "threadId" | "author">
export interface AskFirst {
  /** When so many people would be reached; true sends it. */
  reach(reach: number): Promise<boolean>
  /** When outsiders would read something sensitive; null leaves it. */
  way(text: string, stop: Stop, onlyMask?: boolean): Promise<WayOut | null>
  /** Somebody has been asked to release it: it is sent by itself. */
  asked(): void
}

/**
 * Sends messages one after the other, in the order they were written. What can't be delivered is
 * tried again under the same key until it is, also after the page was closed: nothing is lost and
 * nothing is said twice.
 * @param askFirst what its author has to say first
 * @param late why what has waited for days isn't sent any more
 */
export function useSending(personId: number, groupId: number, askFirst: AskFirst, late: string) {
  const { pending, add, change, takeUp, next, landed } = useUnsent(placeOf(personId, groupId))
  /** The stream may be faster than the answer: what has come must not stand there twice. */
  const here = useRef(new Set<number>())
  const flying = useRef<Pending | null>(null)
  const [hidden, setHidden] = useState("")
  const first = useLatest(askFirst)
  const attempt = useCallback(
    async (one: Pending) => {
      flying.current = one
      const changes = await outcome(one, first.current)
      flying.current = null
      setHidden("")
      if (changes === "offline" || changes === "busy") return changes
      const shown = changes?.id !== undefined && here.current.has(changes.id)
      change(one.key, shown ? null : changes)
      return null
    },
    [change, first],
  )
  const { held, run } = useDelivery(next, attempt)
  useEffect(() => {
    takeUp(late)
    void run()
  }, [takeUp, run, late])

  /** @param refused why it couldn't be handed over: its words stay until somebody decides */
  const send = (input: NewMessage, refused?: string) => {
    add({ key: newKey(), input, at: new Date().toISOString(), refused })
    void run()
  }
  const retry = (key: string) => {
    change(key, { key: newKey(), at: new Date().toISOString(), refused: undefined })
    void run()
  }
  /** Messages stand in the stream, however they came there: they are no longer pending. */
  const arrived = useCallback(
    (messages: readonly Arrived[]) => {
      for (const message of messages) {
        const fresh = !here.current.has(message.id)
        if (fresh) setHidden((hidden) => sameAs(flying.current, message, personId) ?? hidden)
        here.current.add(message.id)
        landed(message.id)
      }
    },
    [landed, personId],
  )
  const drop = (key: string) => change(key, null)
  return { pending: pending.filter(notAt(hidden)), held, send, arrived, retry, drop }
}

function useLatest<T>(value: T) {
  const latest = useRef(value)
  latest.current = value
  return latest
}

const notAt = (hidden: string) => (each: Pending) => each.key !== hidden

/** The key of what is on its way, when this may be it: its author's own, in the same place. */
const sameAs = (sent: Pending | null, { threadId, author }: Arrived, personId: number) =>
  sent && author.id === personId && (sent.input.threadId ?? null) === threadId ? sent.key : null

/** What became of one attempt: the message's number, another try, why it was refused, or waits. */
async function outcome(
  { key, input }: Pending,
  askFirst: AskFirst,
): Promise<Partial<Pending> | null | Held> {
  const answer = await ask<{ id: number } | { asked: number }>("send", { ...input, key })
  if (answer === unreachable) return "offline"
  if (!answer.ok && answer.code === "busy") return "busy"
  if (answer.ok) {
    if ("id" in answer.value) return { id: answer.value.id }
    askFirst.asked()
    return null
  }
  const stop = stopIn(answer)
  if (stop) {
    const way = await askFirst.way(input.body.trim(), stop)
    return way ? { key: newKey(), input: { ...input, ...way } } : { refused: answer.message }
  }
  const reach = reachIn(answer)
  if (reach === 0) return { refused: Object.values(answer.fields ?? {})[0] ?? answer.message }
  if (!(await askFirst.reach(reach))) return { refused: answer.message }
  // Another text under the same key would be a conflict: it is another submission.
  return { key: newKey(), input: { ...input, confirmed: reach } }
}

/** How many people it would reach, when its author has to agree to that first. */
export function reachIn(answer: { ok: boolean; code?: string; current?: unknown }): number {
  const reach = Number(Object(answer.current).reach)
  return answer.code === "conflict" && reach > 0 ? reach : 0
}
