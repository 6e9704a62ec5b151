"use client"

import { useEffect } from "react"

const icons = { none: "/icons/icon-32.png", some: "/icons/unread-32.png" }
const marked = /^\(\d+\+?\) /

/** What is unread beside each address: the inbox as the page was read, others as they change. */
const counts = new Map<string, number>()

/** Says in the tab, by its title and its icon, that something is unread. */
export function countInTitle(href: string, count: number): void {
  counts.set(href, count)
  show()
}

function show(): void {
  const sum = [...counts.values()].reduce((all, one) => all + one, 0)
  const bare = document.title.replace(marked, "")
  const title = sum === 0 ? bare : `(${sum > 99 ? "99+" : sum}) ${bare}`
  if (document.title !== title) document.title = title
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  const href = sum === 0 ? icons.none : icons.some
  if (icon && icon.getAttribute("href") !== href) icon.setAttribute("href", href)
}

/** @param start what was unread beside each address when the page was read */
export function UnreadTitle({ start }: { start: Readonly<Record<string, number>> }) {
  const key = JSON.stringify(start)
  useEffect(() => {
    const read: Record<string, number> = JSON.parse(key)
    for (const [href, count] of Object.entries(read)) counts.set(href, count)
    show()
    // A page that comes next brings its own title.
    const watcher = new MutationObserver(show)
    watcher.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => watcher.disconnect()
  }, [key])
  return null
}
