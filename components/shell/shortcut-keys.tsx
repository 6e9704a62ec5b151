"use client"

import dynamic from "next/dynamic"
import { useEffect, useState } from "react"
import type { SheetWords } from "@/components/shell/frame-words"
import { listenForShortcuts, registerShortcut } from "@/components/shell/shortcuts"

const Sheet = dynamic(() => import("@/components/shell/shortcuts-sheet"), { ssr: false })

/** Wakes the keyboard; `?` fetches the sheet when it is first asked for. */
export function ShortcutKeys({ words }: { words: SheetWords }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const show = () => setOpen(true)
    const onClick = ({ target }: MouseEvent) => {
      const button = target instanceof Element && target.closest("[data-show-shortcuts]")
      if (!button) return
      button.closest<HTMLElement>("[popover]")?.hidePopover()
      show()
    }
    document.addEventListener("click", onClick)
    const deaf = listenForShortcuts()
    const forget = registerShortcut({
      keys: "?",
      label: words.show,
      group: words.go,
      run: show,
    })
    return () => {
      document.removeEventListener("click", onClick)
      deaf()
      forget()
    }
  }, [words.show, words.go])
  return open ? <Sheet words={words} onClose={() => setOpen(false)} /> : null
}
