"use client"

import { usePathname, useRouter } from "next/navigation"
import { useEffect, useRef, useTransition } from "react"
import { pressedLink } from "@/components/shell/pressed-link"
import { markHere } from "@/components/ui/links-here"
import { standing } from "@/components/ui/use-opener"

/** Follows the portal's plain links without loading the page anew, and marks the current ones. */
export function SoftLinks() {
  const router = useRouter()
  const path = usePathname()
  const [going, go] = useTransition()
  const followed = useRef<HTMLAnchorElement>(null)
  useEffect(() => markHere(document, path), [path])
  useEffect(() => {
    if (!going) goOn(followed.current)
  }, [going])
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = pressedLink(event, "a[data-soft], a[data-open]")
      if (!link) return
      event.preventDefault()
      followed.current = link
      link.closest<HTMLElement>(":popover-open")?.hidePopover()
      // The list beside a record keeps its filters and its place, and so does the way back to it.
      const opens = link.hasAttribute("data-open")
      const query = opens ? link.search || location.search : link.search
      go(() => router.push(link.pathname + query + link.hash, { scroll: !opens }))
    }
    document.addEventListener("click", onClick)
    return () => document.removeEventListener("click", onClick)
  }, [router])
  return null
}

/** A page that took the followed link with it has the focus on the same link of its own, or at its beginning. */
function goOn(from: HTMLElement | null) {
  if (!from || document.activeElement !== document.body) return
  const here = standing(from) ?? document.getElementById("content")
  here?.focus({ preventScroll: true })
}
