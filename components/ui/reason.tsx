import type { ReactNode } from "react"

/** 事由 on its own line, as visible as the name. */
export function Reason({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-baseline gap-1.5 text-control">
      <span className="shrink-0 rounded-label border border-accent px-1 text-meta text-accent-ink">
        {label}
      </span>
      <span className="min-w-0 in-[.truncate]:truncate">{children}</span>
    </p>
  )
}
