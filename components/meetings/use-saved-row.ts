"use client"

import { type RefObject, useEffect, useRef, useState } from "react"
import type { Result } from "@/lib/platform/result"

interface Theirs {
  text: string
  version: number
}

interface Known<V> {
  version: number
  value: V
}

const isTheirs = (value: unknown): value is Theirs =>
  typeof value === "object" && value !== null && "text" in value && "version" in value

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * A row that saves by itself. What others write in it comes in as long as nothing is typed here;
 * of two who write at once the second sees what the first wrote, and chooses.
 */
export function useSavedRow<V extends { text: string }>({
  save,
  ...given
}: Known<V> & { save: (version: number, value: V) => Promise<Result<number>> }) {
  const [draft, setDraft] = useState(given.value)
  const [state, setState] = useState<"idle" | "saving" | "saved" | "failed">("idle")
  const [message, setMessage] = useState("")
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const known = useRef<Known<V>>(given)
  const take = (value: V) => {
    setDraft(value)
    setTheirs(null)
    setState("saved")
  }
  useIncoming(known, given, setDraft)
  const commit = useInTurn(known, async (next: V) => {
    setState("saving")
    const answer = await save(known.current.version, next)
    if (answer.ok) {
      known.current = { version: answer.value, value: next }
      setTheirs(null)
    } else if (answer.code === "conflict" && isTheirs(answer.current)) setTheirs(answer.current)
    else setMessage(Object.values(answer.fields ?? {})[0] ?? answer.message)
    setState(answer.ok ? "saved" : "failed")
    return answer.ok
  })
  const standOn = (version: number, value: V) => {
    known.current = { version, value }
  }
  return {
    ...{ draft, setDraft, state, theirs, message: state === "failed" && !theirs ? message : "" },
    commit,
    change: (more: Partial<V>) => setDraft({ ...draft, ...more }),
    keepMine: () => {
      if (!theirs) return
      standOn(theirs.version, { ...draft, text: theirs.text })
      void commit(draft)
    },
    takeTheirs: () => {
      if (!theirs) return
      const next = { ...draft, text: theirs.text }
      standOn(theirs.version, next)
      take(next)
    },
  }
}

/** What others wrote comes into the row, unless something is typed here that isn't saved. */
function useIncoming<V>(
  known: RefObject<Known<V>>,
  { version, value }: Known<V>,
  setDraft: (next: (now: V) => V) => void,
) {
  const latest = JSON.stringify(value)
  useEffect(() => {
    if (version <= known.current.version) return
    const stands: V = JSON.parse(latest)
    setDraft((now) => {
      if (!same(now, known.current.value)) return now
      known.current = { version, value: stands }
      return stands
    })
  }, [version, latest, known, setDraft])
}

/** One save after the other: while one is under way only what is wanted last waits. */
function useInTurn<V>(known: RefObject<Known<V>>, save: (value: V) => Promise<boolean>) {
  const wanted = useRef<V | null>(null)
  const running = useRef(false)
  return async (next: V) => {
    wanted.current = next
    if (running.current) return
    running.current = true
    while (wanted.current !== null && !same(wanted.current, known.current.value)) {
      const value = wanted.current
      wanted.current = null
      if (!(await save(value))) break
    }
    running.current = false
  }
}
