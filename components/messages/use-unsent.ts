"use client"

import { useCallback, useRef, useState } from "react"
import { keep, kept, type Pending, takenUp } from "@/components/messages/unsent"

/** What was sent off, in the order it was written: shown, and kept in this browser. */
export function useUnsent(place: string) {
  const [pending, setPending] = useState<readonly Pending[]>([])
  const queue = useRef<readonly Pending[]>([])
  const own = useRef(new Set<string>())
  const put = useCallback(
    (all: readonly Pending[]) => {
      queue.current = all
      setPending(all)
      for (const { key } of all) own.current.add(key)
      keep(place, all, own.current)
    },
    [place],
  )
  const change = useCallback(
    (key: string, changes: Partial<Pending> | null) =>
      put(
        queue.current.flatMap((each) =>
          each.key === key ? (changes ? [{ ...each, ...changes }] : []) : [each],
        ),
      ),
    [put],
  )
  return {
    pending,
    change,
    add: useCallback((each: Pending) => put([...queue.current, each]), [put]),
    /** Begins with what an earlier page left. */
    takeUp: useCallback(
      (late: string) => put(takenUp(kept(place), Date.now(), late)),
      [place, put],
    ),
    next: useCallback(
      () => queue.current.find(({ id, refused }) => id === undefined && !refused),
      [],
    ),
    landed: useCallback(
      (id: number) => {
        const others = queue.current.filter((each) => each.id !== id)
        if (others.length < queue.current.length) put(others)
      },
      [put],
    ),
  }
}
