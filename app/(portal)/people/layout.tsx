import type { ReactNode } from "react"

/** The directory and, beside it, who was opened from it. On a phone only that person shows. */
export default function PeopleLayout({ children, pane }: { children: ReactNode; pane: ReactNode }) {
  return (
    <div className="relative flex min-h-0 flex-1 print:block">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col max-md:has-[+*_[data-pane]]:hidden">
        {children}
      </div>
      {pane}
    </div>
  )
}
