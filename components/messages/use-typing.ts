"use client"

import { useCallback, useRef } from "react"
import { ask } from "@/components/messages/talk-requests"

const every = 3_000
/** In larger groups nobody can follow who types. */
const few = 60

/** Says that one types, now and then and only in small groups. */
export function useTyping(groupId: number, size = few) {
  const told = useRef(0)
  return useCallback(() => {
    if (size > few || Date.now() - told.current < every) return
    told.current = Date.now()
    void ask("typing", { groupId })
  }, [groupId, size])
}
