import type { ComponentProps, ReactNode } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"

const box = "inline-flex items-center gap-1 rounded-chip border text-control whitespace-nowrap"

/** A filter that is set: field, value, and × which leads to the list without it. */
export function FilterChip({
  field,
  value,
  without,
  removeLabel,
}: {
  field: ReactNode
  value: ReactNode
  without: string
  removeLabel: string
}) {
  return (
    <span className={cx(box, "h-6.5 border-line bg-surface pl-2 max-md:h-9")}>
      <span className="text-ink-3">{field}</span>
      <span className="text-ink">{value}</span>
      <Link
        href={without}
        aria-label={removeLabel}
        title={removeLabel}
        className="grid h-full place-items-center px-1.5 text-ink-2 hover:text-ink"
      >
        <Icon name="x" size={14} />
      </Link>
    </span>
  )
}

/** Dashed: something that may be added. */
export function AddChip({
  icon = "plus",
  children,
  className,
  ...rest
}: { icon?: IconName; children: ReactNode } & ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(
        box,
        "h-6.5 border-dashed border-ink-4 px-2 text-ink-2 hover:bg-hover hover:text-ink max-md:h-9",
        className,
      )}
    >
      <Icon name={icon} size={14} />
      {children}
    </button>
  )
}

/** A chosen thing inside a field, with × as a button. */
export function TokenChip({
  children,
  removeLabel,
  onRemove,
}: {
  children: ReactNode
  removeLabel: string
  onRemove?: () => void
}) {
  return (
    <span className={cx(box, "h-6 border-line bg-surface pl-1.5 max-md:h-8")}>
      {children}
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="grid h-full place-items-center px-1.5 text-ink-2 hover:text-ink"
      >
        <Icon name="x" size={14} />
      </button>
    </span>
  )
}
