import type { ReactNode } from "react"
import { cx } from "@/components/ui/cx"

/** Fields of a record, read until clicked; put `FieldRow`s inside. `short`: labels 88 wide. */
export function FieldRows({ short = false, children }: { short?: boolean; children: ReactNode }) {
  return <dl className={cx("mt-3 [dl+&]:mt-0", short && "[--label:88px]")}>{children}</dl>
}

/** Label 108 at the left, 32 high. */
export function FieldRow({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid min-h-8 grid-cols-[var(--label,108px)_1fr] items-center gap-x-2 text-control max-md:min-h-11 max-md:grid-cols-[132px_1fr] max-md:border-b max-md:border-line-soft max-md:text-field">
      <dt className="text-ink-2">{label}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">{children}</dd>
    </div>
  )
}
