import type { ReactNode } from "react"
import { Link } from "@/components/ui/link"

export type Tab = { href: string; label: ReactNode; count?: ReactNode; current?: boolean }

/** Title 20, saved views as tabs, one primary button at the right. */
export function PageHead({
  title,
  tabs,
  tabsLabel,
  tabsEnd,
  children,
}: {
  title: ReactNode
  tabs?: Tab[]
  tabsLabel?: string
  /** Behind the last tab: what adds one. */
  tabsEnd?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-6 border-b border-line px-gutter max-md:pt-2 md:h-13 md:flex-nowrap print:hidden">
      <h1 className="py-2 text-title whitespace-nowrap">{title}</h1>
      {tabs && (
        <nav
          aria-label={tabsLabel}
          className="flex min-w-0 gap-5 self-stretch overflow-x-auto max-md:order-last max-md:basis-full"
        >
          {tabs.map((tab) => (
            <Link
              key={tab.href}
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className="view-tab"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="font-normal text-ink-3">{tab.count}</span>
              )}
            </Link>
          ))}
          {tabsEnd}
        </nav>
      )}
      {children && (
        <div className="ml-auto flex items-center gap-2 py-2 max-md:flex-wrap max-md:justify-end">
          {children}
        </div>
      )}
    </div>
  )
}

/** Filters left, views and settings right. */
export function Toolbar({ children, aside }: { children?: ReactNode; aside?: ReactNode }) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 px-gutter pt-3 pb-2 print:hidden">
      {children}
      {aside && (
        <div className="ml-auto flex flex-wrap items-center gap-2 max-md:grow max-md:justify-between">
          {aside}
        </div>
      )}
    </div>
  )
}
