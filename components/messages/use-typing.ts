"use client"

import { useCallback, useRef } from "react"
import { ask } from "@/components/messages/talk-requests"

const every = 3_000
/** In larger groups nobody can follow who types. */
const few = 60

/** Says that one types, now and then and only in small groups. */
export function useTyping({ id, size }: { id: number; size: number }) {
  const told = useRef(0)
  return useCallback(() => {
    if (size > few || Date.now() - told.current < every) return
    told.current = Date.now()
    void ask("typing", { groupId: id })
  }, [id, size])
}
