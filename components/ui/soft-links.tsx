"use client"

import { usePathname, useRouter } from "next/navigation"
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react"

/**
 * Rows are plain links, so that a long list costs no script. This opens them without loading the
 * page again and marks the one that is open.
 */
export function SoftLinks({ className, children }: { className?: string; children: ReactNode }) {
  const router = useRouter()
  const pathname = usePathname()
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    for (const link of box.current?.querySelectorAll<HTMLAnchorElement>("a[data-open]") ?? []) {
      if (link.pathname === pathname) link.setAttribute("aria-current", "true")
      else link.removeAttribute("aria-current")
    }
  })

  const onClick = (event: MouseEvent) => {
    const link =
      event.target instanceof Element
        ? event.target.closest<HTMLAnchorElement>("a[data-open]")
        : null
    const elsewhere =
      event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (!link || elsewhere || event.defaultPrevented) return
    event.preventDefault()
    // The list beside the record keeps its filters, and so does the way back to it.
    router.push(link.pathname + location.search)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are reached and pressed by key
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears the clicks of those links
    <div ref={box} onClick={onClick} className={className}>
      {children}
    </div>
  )
}
