"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import { ask, unreachable } from "@/components/messages/talk-requests"
import type { NewMessage } from "@/lib/messages/inputs"

/** Something that was sent off and isn't known to have arrived. */
export interface Pending {
  /** Its key: sent however often, it lands once. */
  key: string
  input: NewMessage
  at: string
  /** Its number, once the server said that it is there. */
  id?: number
  /** Why it was refused. */
  refused?: string
}

const placeOf = (personId: number, groupId: number) => `qibu.unsent.${personId}.${groupId}`

function kept(place: string): Pending[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? "[]")
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}

function keep(place: string, all: readonly Pending[]): void {
  try {
    const waiting = all.filter(({ id }) => id === undefined)
    if (waiting.length > 0) localStorage.setItem(place, JSON.stringify(waiting))
    else localStorage.removeItem(place)
  } catch {
    // A browser that keeps nothing still sends.
  }
}

const longestPause = 15_000

/**
 * Sends messages one after the other, in the order they were written. What can't be delivered is
 * tried again under the same key until it is, also after the page was closed: nothing is lost and
 * nothing is said twice.
 * @param askFirst asked when so many people would be reached; true sends it
 */
export function useSending(
  personId: number,
  groupId: number,
  askFirst: (reach: number) => Promise<boolean>,
) {
  const place = placeOf(personId, groupId)
  const [pending, setPending] = useState<readonly Pending[]>([])
  const [offline, setOffline] = useState(false)
  const queue = useRef<Pending[]>([])
  const running = useRef(false)
  const wake = useRef<() => void>(() => {})
  /** The stream may be faster than the answer. */
  const here = useRef(new Set<number>())
  const first = useRef(askFirst)
  first.current = askFirst

  const show = useCallback(() => {
    setPending([...queue.current])
    keep(place, queue.current)
  }, [place])

  const change = useCallback(
    (key: string, changes: Partial<Pending> | null) => {
      queue.current = queue.current.flatMap((each) =>
        each.key === key ? (changes ? [{ ...each, ...changes }] : []) : [each],
      )
      show()
    },
    [show],
  )

  const attempt = useCallback(
    async ({ key, input }: Pending): Promise<boolean> => {
      const answer = await ask<{ id: number; seq: number }>("send", { ...input, key })
      if (answer === unreachable || (!answer.ok && answer.code === "busy")) return false
      if (answer.ok) change(key, here.current.has(answer.value.id) ? null : { id: answer.value.id })
      else {
        const reach = Number(Object(answer.current).reach)
        if (answer.code === "conflict" && reach > 0) {
          const agreed = await first.current(reach)
          // Another text under the same key would be a conflict: it is another submission.
          if (agreed) change(key, { key: newKey(), input: { ...input, confirmed: reach } })
          else change(key, { refused: answer.message })
        } else change(key, { refused: Object.values(answer.fields ?? {})[0] ?? answer.message })
      }
      return true
    },
    [change],
  )

  const run = useCallback(async () => {
    if (running.current) return
    running.current = true
    for (let pause = 1_000; ; ) {
      const next = queue.current.find(({ id, refused }) => id === undefined && !refused)
      if (!next) break
      if (await attempt(next)) {
        pause = 1_000
        setOffline(false)
        continue
      }
      setOffline(true)
      const wait = pause
      pause = Math.min(longestPause, pause * 2)
      await new Promise<void>((go) => {
        const timer = setTimeout(go, wait)
        wake.current = () => {
          clearTimeout(timer)
          go()
        }
      })
    }
    running.current = false
  }, [attempt])

  useEffect(() => {
    queue.current = kept(place)
    show()
    void run()
    const online = () => wake.current()
    addEventListener("online", online)
    return () => removeEventListener("online", online)
  }, [place, run, show])

  const send = useCallback(
    (input: NewMessage) => {
      const key = newKey()
      queue.current = [...queue.current, { key, input, at: new Date().toISOString() }]
      show()
      void run()
    },
    [run, show],
  )
  /** A message has arrived by the stream: it is no longer pending. */
  const arrived = useCallback(
    (id: number) => {
      here.current.add(id)
      if (!queue.current.some((each) => each.id === id)) return
      queue.current = queue.current.filter((each) => each.id !== id)
      show()
    },
    [show],
  )
  const retry = useCallback(
    (key: string) => {
      change(key, { key: newKey(), refused: undefined } as Partial<Pending>)
      void run()
    },
    [change, run],
  )
  const drop = useCallback((key: string) => change(key, null), [change])
  return { pending, offline, send, arrived, retry, drop }
}

/** On `http://` inside a company there is no `randomUUID`. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("")
