import type { ReactNode } from "react"
import { PageHead } from "@/components/ui/page-head"

/** Head and body at the left, a column of 320 at the right; one under the other where it is narrow. */
export function ImportFrame({
  title,
  note,
  actions,
  column,
  children,
}: {
  title: string
  note?: string
  actions?: ReactNode
  column: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col max-lg:flex-none">
        <PageHead
          title={
            <>
              {title}
              {note && <span className="ml-2.5 text-control font-normal text-ink-3">{note}</span>}
            </>
          }
        >
          {actions}
        </PageHead>
        <section
          aria-label={title}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing to stop at
          tabIndex={0}
          className="min-h-0 flex-1 outline-offset-[-2px] lg:overflow-y-auto"
        >
          {children}
        </section>
      </div>
      <div className="shrink-0 border-line px-6 pt-4.5 pb-16 max-lg:border-t max-md:px-4 lg:w-80 lg:overflow-y-auto lg:border-l">
        {column}
      </div>
    </div>
  )
}
