"use client"

import { usePathname, useRouter } from "next/navigation"
import { useEffect } from "react"
import { pressedLink } from "@/components/shell/pressed-link"
import { markHere } from "@/components/ui/links-here"

/** Follows the portal's plain links without loading the page anew, and marks the current ones. */
export function SoftLinks() {
  const router = useRouter()
  const path = usePathname()
  useEffect(() => markHere(document, path), [path])
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = pressedLink(event, "a[data-soft], a[data-open]")
      if (!link) return
      event.preventDefault()
      link.closest<HTMLElement>(":popover-open")?.hidePopover()
      // The list beside a record keeps its filters and its place, and so does the way back to it.
      const opens = link.hasAttribute("data-open")
      const query = opens ? link.search || location.search : link.search
      router.push(link.pathname + query + link.hash, { scroll: !opens })
    }
    document.addEventListener("click", onClick)
    return () => document.removeEventListener("click", onClick)
  }, [router])
  return null
}
