import type { ReactNode } from "react"
import { cx } from "@/components/ui/cx"

/**
 * `panel` opens a region with a rule under its title; `small` is a heading in a pane. `className`
 * says the distance above it too.
 */
export function Section({
  title,
  count,
  aside,
  size = "panel",
  className = size === "small" ? "mt-4" : "mt-7 first:mt-0",
  children,
}: {
  title: string
  count?: ReactNode
  aside?: ReactNode
  size?: "panel" | "small"
  className?: string
  children: ReactNode
}) {
  const small = size === "small"
  return (
    <section aria-label={title} className={className}>
      <div
        className={cx(
          "flex flex-wrap items-center gap-x-3",
          small ? "mb-1" : "min-h-9 border-b border-line pb-1",
        )}
      >
        <h2 className={small ? "text-control font-semibold" : "text-panel"}>{title}</h2>
        {count !== undefined && <span className="text-control text-ink-3">{count}</span>}
        {aside && (
          <div className="ml-auto flex items-center gap-2 text-meta text-ink-3">{aside}</div>
        )}
      </div>
      {children}
    </section>
  )
}

/** A quoted note with a 2-px rule: 风险说明. */
export function RuledNote({
  tone = "support",
  children,
}: {
  tone?: "support" | "cinnabar" | "ink"
  children: ReactNode
}) {
  const rule = { support: "border-support", cinnabar: "border-cinnabar", ink: "border-ink" }[tone]
  return (
    <div className={cx("border-l-2 pl-2.5 text-prose text-pretty whitespace-pre-line", rule)}>
      {children}
    </div>
  )
}
