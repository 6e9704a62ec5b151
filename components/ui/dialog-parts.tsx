import type { ReactNode } from "react"
import { cx } from "@/components/ui/cx"

export function DialogBody({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx("min-h-0 flex-1 overflow-y-auto px-5 py-4", className)}>{children}</div>
}

/** Buttons right; `note` says at the left what pressing will cause. */
export function DialogFoot({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
      {note && (
        <div className="mr-auto flex min-w-0 max-md:w-full items-center gap-1.5 text-meta text-ink-2">
          {note}
        </div>
      )}
      {children}
    </div>
  )
}
