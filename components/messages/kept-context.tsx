"use client"

import { createContext, useCallback, useContext, useState } from "react"

/** The messages of this group that the reader keeps (收藏). */
const Kept = createContext<ReadonlySet<number>>(new Set())

export const KeptProvider = Kept.Provider
export const useIsKept = (id: number): boolean => useContext(Kept).has(id)

/** @param first ids of those that were kept when the page was made */
export function useKept(first: readonly number[]) {
  const [ids, setIds] = useState<ReadonlySet<number>>(() => new Set(first))
  const mark = useCallback(
    (id: number, on: boolean) =>
      setIds((now) => new Set(on ? [...now, id] : [...now].filter((each) => each !== id))),
    [],
  )
  return { ids, mark }
}
