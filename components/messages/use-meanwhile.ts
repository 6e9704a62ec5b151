"use client"

import { useMemo, useRef } from "react"

/**
 * What arrives while something is read. The answer may have been written before it arrived, and
 * would take its place: so it is put on once more when the answer is there.
 * @param apply changes what is shown; always the same function
 */
export function useMeanwhile<T>(apply: (change: (now: T) => T) => void) {
  const held = useRef<((now: T) => T)[] | null>(null)
  return useMemo(
    () => ({
      put: (change: (now: T) => T) => {
        held.current?.push(change)
        apply(change)
      },
      begin: () => {
        held.current = []
      },
      end: (): ((now: T) => T) => {
        const all = held.current ?? []
        held.current = null
        return (now) => all.reduce((so, change) => change(so), now)
      },
    }),
    [apply],
  )
}
