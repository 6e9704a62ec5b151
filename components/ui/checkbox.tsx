import type { ComponentProps, ReactNode } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"

/** A native box under our tick. Without a word beside it, pass `aria-label`. */
export function Checkbox({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <span className={cx("relative inline-grid size-3.5 shrink-0 place-items-center", className)}>
      <input
        type="checkbox"
        {...rest}
        className="peer absolute inset-0 size-full appearance-none rounded-label border border-line-field bg-surface before:absolute before:-inset-2 before:content-[''] checked:border-accent checked:bg-accent disabled:border-line disabled:bg-sunken"
      />
      <Icon
        name="check"
        size={12}
        className="pointer-events-none relative text-on-accent opacity-0 [stroke-width:3] peer-checked:opacity-100 peer-disabled:text-ink-3"
      />
    </span>
  )
}

export function CheckboxLabel({
  children,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box is the part inside
    <label className={cx("inline-flex items-center gap-2 text-control text-ink-2", className)}>
      <Checkbox {...rest} />
      {children}
    </label>
  )
}
