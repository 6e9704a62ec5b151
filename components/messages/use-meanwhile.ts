"use client"

import { useMemo, useRef } from "react"

/**
 * What arrives while something is read. The answer may have been written before it arrived, and
 * would take its place: so it is put on once more when the answer is there.
 */
export function useMeanwhile<T>() {
  const held = useRef<((now: T) => T)[] | null>(null)
  return useMemo(
    () => ({
      begin: () => {
        held.current = []
      },
      note: (put: (now: T) => T) => held.current?.push(put),
      end: (): ((now: T) => T) => {
        const all = held.current ?? []
        held.current = null
        return (now) => all.reduce((so, put) => put(so), now)
      },
    }),
    [],
  )
}
