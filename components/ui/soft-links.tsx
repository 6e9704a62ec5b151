"use client"

import { usePathname, useRouter } from "next/navigation"
import {
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react"

/**
 * Rows are plain links, so that a long list costs no script. This opens them without loading the
 * page again and marks the one that is open.
 */
export function SoftLinks({ className, children }: { className?: string; children: ReactNode }) {
  const router = useRouter()
  const pathname = usePathname()
  const box = useRef<HTMLDivElement>(null)
  useKeptFocus(box)

  useEffect(() => {
    for (const link of linksIn(box.current)) {
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

/**
 * A row that changed is written anew, which would take the focus out of it. The row keeps it, and
 * when it left the list, the one that came into its place.
 */
function useKeptFocus(box: RefObject<HTMLElement | null>) {
  const held = useRef<{ href: string; at: number }>(null)
  useEffect(() => {
    const note = () => {
      const links = linksIn(box.current)
      const at = links.findIndex((link) => link.matches(":focus"))
      held.current = at < 0 ? null : { href: links[at]?.href ?? "", at }
    }
    const left = () => {
      held.current = null
    }
    document.addEventListener("focusin", note)
    document.addEventListener("pointerdown", left)
    return () => {
      document.removeEventListener("focusin", note)
      document.removeEventListener("pointerdown", left)
    }
  }, [box])
  useLayoutEffect(() => {
    if (!held.current || document.activeElement !== document.body) return
    const { href, at } = held.current
    const links = linksIn(box.current)
    const link = links.find((one) => one.href === href) ?? links[Math.min(at, links.length - 1)]
    link?.focus({ preventScroll: true })
  })
}

const linksIn = (box: HTMLElement | null): HTMLAnchorElement[] =>
  Array.from(box?.querySelectorAll<HTMLAnchorElement>("a[data-open]") ?? [])
