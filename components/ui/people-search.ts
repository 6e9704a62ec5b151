"use client"

import { useEffect, useRef, useState } from "react"
import type { PersonOption } from "@/components/ui/people-option"

const pause = 120

/** Asks `search` once typing rests; an answer that comes late never replaces a newer one. */
export function usePeopleSearch(
  search: (query: string) => Promise<PersonOption[]>,
  query: string,
  asking: boolean,
) {
  const [found, setFound] = useState<PersonOption[]>([])
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
