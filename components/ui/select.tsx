import type { ComponentProps } from "react"
import { cx } from "@/components/ui/cx"
import { Field, type FieldWords } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"

/** The browser's own select: right on phones, right without JavaScript. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select
        {...rest}
        className={cx(
          "field-box h-field w-full appearance-none truncate pr-8 pl-2.5 [&>option]:bg-raised",
          className,
        )}
      >
        {children}
      </select>
      <Icon
        name="chevrons-up-down"
        size={14}
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-2"
      />
    </span>
  )
}

export function SelectField({
  label,
  hint,
  error,
  aside,
  id,
  className,
  ...rest
}: FieldWords & ComponentProps<"select">) {
  return (
    <Field {...{ label, hint, error, aside, id, className }}>
      {(wiring) => <Select {...rest} {...wiring} />}
    </Field>
  )
}
