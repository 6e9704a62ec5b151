"use client"

import { useEffect, useRef, useState } from "react"
import type { Result } from "@/lib/platform/result"

interface Theirs {
  text: string
  version: number
}

const isTheirs = (value: unknown): value is Theirs =>
  typeof value === "object" && value !== null && "text" in value && "version" in value

/**
 * A row that saves by itself. What others write in it comes in as long as nothing is typed here;
 * of two who write at once the second sees what the first wrote, and chooses.
 */
export function useSavedRow<V extends { text: string }>({
  version,
  value,
  save,
}: {
  version: number
  value: V
  save: (version: number, value: V) => Promise<Result<number>>
}) {
  const [draft, setDraft] = useState(value)
  const [state, setState] = useState<"idle" | "saving" | "saved" | "failed">("idle")
  const [message, setMessage] = useState("")
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const known = useRef({ version, value })
  const same = (a: V, b: V) => JSON.stringify(a) === JSON.stringify(b)
  const latest = JSON.stringify(value)

  useEffect(() => {
    if (version <= known.current.version) return
    const stands: V = JSON.parse(latest)
    setDraft((now) => {
      if (JSON.stringify(now) !== JSON.stringify(known.current.value)) return now
      known.current = { version, value: stands }
      return stands
    })
  }, [version, latest])

  const commit = async (next: V, from = known.current.version) => {
    if (same(next, known.current.value) && from === known.current.version) return
    setState("saving")
    const answer = await save(from, next)
    if (answer.ok) {
      known.current = { version: answer.value, value: next }
      setTheirs(null)
      setState("saved")
    } else if (answer.code === "conflict" && isTheirs(answer.current)) {
      setTheirs(answer.current)
      setState("failed")
    } else {
      setMessage(Object.values(answer.fields ?? {})[0] ?? answer.message)
      setState("failed")
    }
  }
  return {
    ...{ draft, setDraft, state, theirs, message: state === "failed" && !theirs ? message : "" },
    commit,
    change: (more: Partial<V>) => setDraft({ ...draft, ...more }),
    keepMine: () => theirs && commit(draft, theirs.version),
    takeTheirs: () => {
      if (!theirs) return
      const next = { ...draft, text: theirs.text }
      known.current = { version: theirs.version, value: next }
      setDraft(next)
      setTheirs(null)
      setState("idle")
    },
  }
}
