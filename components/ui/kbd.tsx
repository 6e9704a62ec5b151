import type { ReactNode } from "react"

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-4.5 min-w-4.5 place-items-center rounded-label border border-line bg-paper px-1 font-sans text-key text-ink-3">
      {children}
    </kbd>
  )
}
