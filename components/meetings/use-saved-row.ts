"use client"

import { type RefObject, useEffect, useRef, useState } from "react"
import { rebased } from "@/components/meetings/rebased"
import type { Result } from "@/lib/platform/result"

interface Known<V> {
  version: number
  value: V
}

/** What somebody else wrote meanwhile, as values and in words. */
interface Theirs<V> extends Known<V> {
  said: string
}

const isTheirs = <V>(value: unknown): value is Theirs<V> =>
  typeof value === "object" && value !== null && "value" in value && "version" in value

/** In words, out of an answer that says what somebody else wrote meanwhile. */
export const saidBy = (answer: Result<number> | null): string | null =>
  answer?.ok === false && answer.code === "conflict" && isTheirs(answer.current)
    ? answer.current.said
    : null

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * A row that saves by itself. What others write in it comes in as long as nothing is typed here.
 * Of two who write at once each keeps the parts that only they changed; where both changed the
 * same, the second sees what the first wrote, and chooses.
 */
export function useSavedRow<V extends { text: string }>({
  save,
  typed,
  ...given
}: Known<V> & {
  save: (version: number, value: V) => Promise<Result<number>>
  /** What a form without a script sent and wasn't saved. */
  typed: Partial<V>
}) {
  const [draft, setDraft] = useState<V>({ ...given.value, ...typed })
  const [state, setState] = useState<"idle" | "saving" | "saved" | "failed">("idle")
  const [message, setMessage] = useState("")
  const [theirs, setTheirs] = useState<Theirs<V> | null>(null)
  const known = useRef<Known<V>>(given)
  const wanted = useRef<V | null>(null)
  useIncoming(known, given, setDraft)
  const standOn = ({ version, value }: Known<V>) => {
    const base = known.current.value
    known.current = { version, value }
    const onto = (mine: V) => rebased(base, mine, value).value
    if (wanted.current !== null) wanted.current = onto(wanted.current)
    setDraft(onto)
  }
  const commit = useInTurn(known, wanted, async (next: V) => {
    setState("saving")
    const ok = await attempt(known, next, { save, standOn, setTheirs, setMessage })
    setState(ok ? "saved" : "failed")
    return ok
  })
  const choose = (prefer: "mine" | "theirs") => {
    if (!theirs) return
    const { value } = rebased(known.current.value, draft, theirs.value, prefer)
    known.current = theirs
    setTheirs(null)
    setState("saved")
    setDraft(value)
    void commit(value)
  }
  return {
    ...{ draft, setDraft, state, theirs, message: state === "failed" && !theirs ? message : "" },
    commit,
    change: (more: Partial<V>) => setDraft({ ...draft, ...more }),
    keepMine: () => choose("mine"),
    takeTheirs: () => choose("theirs"),
  }
}

/** Saves, onto what somebody else wrote meanwhile too as long as nobody has to choose. */
async function attempt<V extends object>(
  known: RefObject<Known<V>>,
  next: V,
  row: {
    save: (version: number, value: V) => Promise<Result<number>>
    standOn: (theirs: Known<V>) => void
    setTheirs: (theirs: Theirs<V> | null) => void
    setMessage: (message: string) => void
  },
): Promise<boolean> {
  const { version, value } = known.current
  const answer = await row.save(version, next)
  if (answer.ok) {
    known.current = { version: answer.value, value: next }
    row.setTheirs(null)
    return true
  }
  if (answer.code === "conflict" && isTheirs<V>(answer.current)) {
    const merged = rebased(value, next, answer.current.value)
    if (merged.clash) row.setTheirs(answer.current)
    else {
      row.standOn(answer.current)
      return same(merged.value, answer.current.value) || attempt(known, merged.value, row)
    }
  } else row.setMessage(Object.values(answer.fields ?? {})[0] ?? answer.message)
  return false
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
function useInTurn<V>(
  known: RefObject<Known<V>>,
  wanted: RefObject<V | null>,
  save: (value: V) => Promise<boolean>,
) {
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
