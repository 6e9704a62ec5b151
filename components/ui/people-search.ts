"use client"

import { useEffect, useRef, useState } from "react"

const pause = 120

/** Asks `search` once typing rests; an answer that comes late never replaces a newer one. */
export function usePeopleSearch<T>(
  search: (query: string) => Promise<T[]>,
  query: string,
  asking: boolean,
) {
  const [found, setFound] = useState<T[]>([])
  const turn = useRef(0)
  useEffect(() => {
    if (!asking) return
    const mine = ++turn.current
    const timer = setTimeout(async () => {
      const people = await search(query).catch(() => [])
      if (mine === turn.current) setFound(people)
    }, pause)
    return () => clearTimeout(timer)
  }, [search, query, asking])
  return found
}
