"use client"

import morphdom from "morphdom"
import { usePathname, useRouter } from "next/navigation"
import { useLayoutEffect, useRef, useState } from "react"
import { markHere } from "@/components/ui/links-here"
import { takeStill } from "@/components/ui/stills"

/** What arrived as HTML only, for when its page is shown again without being asked for. */
const arrived = new Map<string, string>()
const atMost = 40

/** Holds what `Still` made. A newer one changes only what differs: focus and open menus stay. */
export function StillBox({
  html,
  left,
  className,
}: {
  html?: string
  /** Under this name the HTML lies ready for the rendering; the browser finds it in the page. */
  left?: string
  className?: string
}) {
  const [first] = useState(() => html ?? (left && known(left)) ?? "")
  // What came with the whole page isn't known here: whatever follows, nothing too, is something else.
  const shown = useRef(html ?? (left ? arrived.get(left) : undefined))
  const box = useRef<HTMLDivElement>(null)
  const path = usePathname()
  const router = useRouter()

  useLayoutEffect(() => {
    if (!box.current) return
    const fresh = html ?? (left ? arrived.get(left) : undefined)
    // Nothing is content too: what somebody lost the right to must go.
    if (fresh !== undefined && fresh !== shown.current) {
      morph(box.current, fresh)
      shown.current = fresh
    } else if (left && box.current.hasChildNodes()) keep(left, box.current.innerHTML)
    else if (left) router.refresh()
  }, [html, left, router])
  useLayoutEffect(() => {
    if (box.current) markHere(box.current, path)
  })
  return (
    <div
      ref={box}
      className={className}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made and escaped by stillHtml
      dangerouslySetInnerHTML={{ __html: first }}
    />
  )
}

const known = (left: string): string | undefined =>
  typeof window === "undefined" ? takeStill(left) : arrived.get(left)

function keep(left: string, html: string): void {
  arrived.set(left, html)
  const [oldest] = arrived.keys()
  if (arrived.size > atMost && oldest) arrived.delete(oldest)
}

function morph(box: HTMLElement, html: string): void {
  const fresh = document.createElement("div")
  fresh.innerHTML = html
  const rows = () => Array.from(box.querySelectorAll<HTMLElement>("a[data-open]"))
  const focused = rows().findIndex((row) => row.matches(":focus"))
  const address = rows()[focused]?.getAttribute("href")
  morphdom(box, fresh, {
    childrenOnly: true,
    getNodeKey: (node) => (node instanceof Element ? node.getAttribute("data-key") || node.id : ""),
    onBeforeElUpdated: (old, next) => {
      // What somebody has chosen stays chosen, whatever else changes in its row.
      if (next instanceof HTMLInputElement && old.matches("[data-choose]:checked"))
        next.checked = true
      if (old instanceof HTMLDetailsElement) next.toggleAttribute("open", old.open)
      return !old.isEqualNode(next) && !old.matches(":popover-open, :popover-open *")
    },
  })
  if (focused < 0) return
  // The row keeps the focus wherever it went; when it left the list, the one in its place has it.
  const now = rows()
  const same = now.find((row) => row.getAttribute("href") === address)
  const heir = same ?? now.at(Math.min(focused, now.length - 1))
  if (heir !== document.activeElement) heir?.focus({ preventScroll: true })
}
