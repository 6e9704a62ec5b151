"use client"

import { useCallback, useEffect, useRef, useState } from "react"
import type { Typist } from "@/components/messages/talk-frames"
import { ask } from "@/components/messages/talk-requests"

/** In larger groups nobody can follow who is there. */
const few = 60
const every = 60_000
/** Who said nothing for as long has gone without a word. */
const keptFor = 2.5 * every
/** Several who hear of a newcomer don't all answer at once. */
const pause = 2_000

/**
 * Who has this group before them, besides oneself: each page says so now and then while somebody looks
 * at it, and when it is left. Nothing of it is kept anywhere.
 */
export function usePresence(group: { id: number; size: number }, me: number) {
  const [people, setPeople] = useState<readonly Typist[]>([])
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>())
  const answerSoon = useSaying(group)

  useEffect(() => {
    const waiting = timers.current
    return () => {
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
    }
  }, [])
  const heard = useCallback(
    (person: Typist, left: boolean) => {
      if (person.id === me) return
      const known = timers.current.has(person.id)
      clearTimeout(timers.current.get(person.id))
      timers.current.delete(person.id)
      const forget = () => {
        timers.current.delete(person.id)
        setPeople((now) => now.filter(({ id }) => id !== person.id))
      }
      if (left) return forget()
      timers.current.set(person.id, setTimeout(forget, keptFor))
      if (known) return
      setPeople((now) => [...now.filter(({ id }) => id !== person.id), person])
      // Whoever comes hasn't heard of who was here before.
      answerSoon()
    },
    [me, answerSoon],
  )
  return [people, heard] as const
}

/** Says that one is here, again and again, and that one is gone. @returns says it once more, soon */
function useSaying({ id: groupId, size }: { id: number; size: number }): () => void {
  const answer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const say = useCallback(
    (left = false) => {
      if (size <= few) void ask("here", { groupId, left }, { keepalive: left })
    },
    [groupId, size],
  )
  useEffect(() => {
    const show = () => say(document.hidden)
    const leave = () => say(true)
    if (!document.hidden) say()
    const again = setInterval(() => document.hidden || say(), every)
    document.addEventListener("visibilitychange", show)
    addEventListener("pagehide", leave)
    return () => {
      document.removeEventListener("visibilitychange", show)
      removeEventListener("pagehide", leave)
      clearInterval(again)
      clearTimeout(answer.current)
      leave()
    }
  }, [say])
  return useCallback(() => {
    clearTimeout(answer.current)
    if (!document.hidden) answer.current = setTimeout(() => say(), Math.random() * pause)
  }, [say])
}
