import type { ReactNode } from "react"
import { IconButton } from "@/components/ui/icon-button"

/** ⋯ with what it opens: the browser's own popover, at its button, without any JavaScript. */
export function OpenedMenu({
  id,
  label,
  className,
  children,
}: {
  id: string
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    <>
      <IconButton icon="ellipsis" label={label} popoverTarget={id} className={className} />
      <section
        id={id}
        popover="auto"
        aria-label={label}
        className="fixed by-opener max-w-72 min-w-49 rounded-box border border-line bg-raised p-1 text-ink shadow-raised"
      >
        {children}
      </section>
    </>
  )
}
