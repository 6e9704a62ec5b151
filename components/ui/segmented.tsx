import type { ReactNode } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"

export type Segment = { value: string; label: ReactNode; icon?: IconName }

/** One of a few, as radio buttons: works in a plain form. */
export function Segmented({
  name,
  label,
  options,
  defaultValue,
  className,
}: {
  name: string
  label: string
  options: Segment[]
  defaultValue?: string
  className?: string
}) {
  return (
    <fieldset className={cx("segments h-field", className)}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="segment flex-1 justify-center">
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            className="absolute inset-0 appearance-none outline-none"
          />
          {option.icon && <Icon name={option.icon} size={14} />}
          <span className="relative whitespace-nowrap">{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The same look as links: 列表, 看板, 时间线. */
export function SegmentedLinks({
  label,
  options,
  current,
}: {
  label: string
  options: (Segment & { href: string })[]
  current: string
}) {
  return (
    <nav aria-label={label} className="segments">
      {options.map((option) => (
        <Link
          key={option.value}
          href={option.href}
          aria-current={option.value === current ? "page" : undefined}
          className="segment"
        >
          {option.icon && <Icon name={option.icon} size={14} className="max-md:hidden" />}
          <span className="whitespace-nowrap">{option.label}</span>
        </Link>
      ))}
    </nav>
  )
}
