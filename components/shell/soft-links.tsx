"use client"

import { usePathname, useRouter } from "next/navigation"
import { useEffect } from "react"
import { markHere } from "@/components/ui/links-here"

/** Follows the portal's plain links without loading the page anew, and marks the current ones. */
export function SoftLinks() {
  const router = useRouter()
  const path = usePathname()
  useEffect(() => markHere(document, path), [path])
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event)
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

/** The link that was pressed to be followed here, rather than in another tab. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const elsewhere =
    event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  if (elsewhere || event.defaultPrevented || !(event.target instanceof Element)) return null
  return event.target.closest<HTMLAnchorElement>("a[data-soft], a[data-open]")
}
