"use client"

import { useCallback, useRef, useState } from "react"
import type { Typist } from "@/components/messages/talk-frames"

const typingFor = 5_000

/** Who typed within the last seconds. */
export function useTypists(me: number): [readonly Typist[], (person: Typist) => void] {
  const [all, setAll] = useState<readonly Typist[]>([])
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>())
  const typed = useCallback(
    (person: Typist) => {
      if (person.id === me) return
      clearTimeout(timers.current.get(person.id))
      setAll((now) => [...now.filter(({ id }) => id !== person.id), person])
      timers.current.set(
        person.id,
        setTimeout(() => setAll((now) => now.filter(({ id }) => id !== person.id)), typingFor),
      )
    },
    [me],
  )
  return [all, typed]
}
