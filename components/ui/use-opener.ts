import { useRef } from "react"

/** What had the focus last outside of every dialog. */
let outside: Element | null = null

function look() {
  const active = document.activeElement
  if (!active?.closest("[role=dialog]")) outside = active
}

if (typeof document !== "undefined") {
  look()
  document.addEventListener("focusin", look)
}

/**
 * Whoever opened a dialog has the focus again when it closes. What it stands upon knows this only of
 * triggers of its own, and dialogs are opened by keys, by menus and by addresses too.
 */
export function useOpener() {
  // Nobody asks for a note where a field of the dialog took the focus before all else.
  const opener = useRef<HTMLElement | null>(undefined)
  return {
    note: () => {
      look()
      opener.current = openerOf(outside)
    },
    back: (event: Event) => {
      // The page that it closed for may have the focus already.
      if (isElsewhere(document.activeElement)) return event.preventDefault()
      const from = opener.current === undefined ? openerOf(outside) : opener.current
      const now = from && standing(from)
      if (!now) return
      event.preventDefault()
      now.focus()
    },
  }
}

const isElsewhere = (active: Element | null): boolean =>
  active !== null && active !== document.body && !active.closest("[role=dialog]")

/** A list may have been drawn anew under the dialog: then it is the same link in it. */
export function standing(opener: HTMLElement): HTMLElement | undefined {
  if (opener.isConnected) return opener
  const links = Array.from(document.querySelectorAll<HTMLElement>("a[href]"))
  const [href, look] = [opener.getAttribute("href"), opener.className]
  return links.find((link) => link.getAttribute("href") === href && link.className === look)
}

/** A menu is gone when the dialog closes; the button that opened it is still there. */
function openerOf(active: Element | null): HTMLElement | null {
  const button = active?.closest("[role=menu]")?.getAttribute("aria-labelledby")
  const opener = button ? document.getElementById(button) : active
  return opener instanceof HTMLElement && opener !== document.body ? opener : null
}
