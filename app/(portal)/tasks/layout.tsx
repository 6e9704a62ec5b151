import type { ReactNode } from "react"

/** The list and, beside it, the task that was opened from it. On a phone only the task shows. */
export default function TasksLayout({ children, pane }: { children: ReactNode; pane: ReactNode }) {
  return (
    <div className="relative flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col max-md:has-[+*_[data-pane]]:hidden print:has-[+*_[data-pane]]:hidden">
        {children}
      </div>
      {pane}
    </div>
  )
}
