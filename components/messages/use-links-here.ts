"use client"

import { useEffect, useRef } from "react"
import { pressedLink } from "@/components/shell/pressed-link"

/**
 * A link to a message of the group that is open leads there at once, however often it is followed:
 * the page isn't read anew, and what is being written stays.
 */
export function useLinksHere(groupId: number, go: (messageId: number) => void) {
  const latest = useRef(go)
  latest.current = go
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = pressedLink(event, `[data-talk] a[href^="/groups/${groupId}?message="]`)
      const id = Number(link && new URL(link.href).searchParams.get("message"))
      if (!id) return
      event.preventDefault()
      latest.current(id)
    }
    // Before the portal's own links are followed.
    document.addEventListener("click", onClick, true)
    return () => document.removeEventListener("click", onClick, true)
  }, [groupId])
}
