import type { ComponentProps } from "react"
import { cx } from "@/components/ui/cx"
import { Field, type FieldWords } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"

/** The browser's own select: right on phones, right without JavaScript. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className="select-box">
      <select {...rest} className={cx("field-box field-line", className)}>
        {children}
      </select>
      <Icon name="chevrons-up-down" size={14} />
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
