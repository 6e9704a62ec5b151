"use client"

import { useEffect, useState } from "react"
import { Icon } from "@/components/ui/icon"
import { type Toast, toastEvent } from "@/components/ui/toast"

const shownFor = 8_000

declare global {
  interface WindowEventMap {
    "qibu:toast": CustomEvent<Toast>
  }
}

/** One at a time, newest wins; stays while the pointer or the focus is on it. */
export function Toaster({ label }: { label: string }) {
  const [shown, setShown] = useState<Toast>()
  const [held, setHeld] = useState(false)

  useEffect(() => {
    const show = (event: CustomEvent<Toast>) => setShown(event.detail)
    window.addEventListener(toastEvent, show)
    return () => window.removeEventListener(toastEvent, show)
  }, [])

  useEffect(() => {
    if (!shown || held) return
    const timer = setTimeout(() => setShown(undefined), shownFor)
    return () => clearTimeout(timer)
  }, [shown, held])

  return (
    <section
      aria-label={label}
      aria-live="polite"
      className="fixed bottom-4 left-4 z-50 max-md:right-4 max-md:bottom-20 md:left-56"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {shown && (
        <div className="flex h-10 animate-rise items-center gap-3 rounded-box bg-ink px-3.5 text-control text-paper shadow-raised">
          <Icon name="check" />
          <span>{shown.message}</span>
          {shown.undo && (
            <button
              type="button"
              className="ml-2 font-semibold underline underline-offset-3"
              onClick={() => {
                shown.undo?.run()
                setShown(undefined)
              }}
            >
              {shown.undo.label}
            </button>
          )}
        </div>
      )}
    </section>
  )
}
