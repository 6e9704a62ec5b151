"use client"

import { useEffect, useRef, useState } from "react"
import type { PaletteGroup, PaletteSearch } from "@/components/shell/frame-words"

const pause = 120

/** Asks once typing rests; a late answer never replaces a newer one. */
export function usePaletteSearch(search: PaletteSearch, query: string, scope: string) {
  const [groups, setGroups] = useState<PaletteGroup[]>([])
  const [busy, setBusy] = useState(false)
  const turn = useRef(0)
  useEffect(() => {
    const mine = ++turn.current
    const wanted = query.trim()
    if (!wanted || wanted.startsWith(">")) {
      setGroups([])
      setBusy(false)
      return
    }
    setBusy(true)
    const timer = setTimeout(async () => {
      const found = await search(wanted, scope).catch(() => [])
      if (mine !== turn.current) return
      setGroups(found)
      setBusy(false)
    }, pause)
    return () => clearTimeout(timer)
  }, [search, query, scope])
  return { groups, busy }
}
