import type { ReactNode } from "react"
import { ClosePane } from "@/components/ui/close-pane"

/**
 * A record beside its list (452; `narrow`: 400, 360 under 1380), over it as a sheet below 1180 px, as the page below 768 px.
 * Stands as a sibling of the list inside `Beside`.
 */
export function RecordPane({
  narrow = false,
  label,
  path,
  actions,
  close,
  foot,
  children,
}: {
  narrow?: boolean
  label: string
  /** Where it belongs: 任务 / 秋季版本 V3.2. */
  path: ReactNode
  /** Icon buttons at the right of the head. */
  actions?: ReactNode
  /** Back to the list: × at the right, on a phone ‹ at the left. */
  close: { href: string; label: string }
  /** Fixed at the bottom: the comment field. */
  foot?: ReactNode
  children: ReactNode
}) {
  return (
    <aside
      aria-label={label}
      data-pane
      className={`${narrow ? "w-90 xl:w-100" : "w-113"} flex min-h-0 max-w-full shrink-0 flex-col border-line bg-surface max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-20 max-lg:shadow-raised max-md:static max-md:w-full max-md:shadow-none md:border-l`}
    >
      <div className="flex h-13 shrink-0 items-center gap-1 border-b border-line pr-3 pl-gutter max-md:h-12 max-md:pr-1 print:hidden">
        <ClosePane
          icon="chevron-left"
          to={close.href}
          label={close.label}
          className="-ml-3 md:hidden"
        />
        <div className="min-w-0 flex-1 truncate text-control text-ink-2">{path}</div>
        {actions}
        <ClosePane icon="x" to={close.href} label={close.label} className="max-md:hidden" />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-gutter pt-5 pb-4">{children}</div>
      {foot && (
        <div className="shrink-0 px-gutter pt-2 pb-4 max-md:border-t max-md:border-line max-md:bg-paper max-md:px-3 max-md:py-2 print:hidden">
          {foot}
        </div>
      )}
    </aside>
  )
}

/** Holds a list and the record beside it; on a phone only the record shows. */
export function Beside({ list, children }: { list: ReactNode; children?: ReactNode }) {
  return (
    <div className="relative flex min-h-0 flex-1">
      <div className={`flex min-h-0 min-w-0 flex-1 flex-col ${children ? "max-md:hidden" : ""}`}>
        {list}
      </div>
      {children}
    </div>
  )
}
