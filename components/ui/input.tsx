import type { ComponentProps } from "react"
import { cx } from "@/components/ui/cx"
import { Field, type FieldWords } from "@/components/ui/field"

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={cx("field-box field-line", className)} />
}

/** A labelled input. `className` dresses the field, `inputClassName` the box. */
export function InputField({
  label,
  hint,
  error,
  aside,
  id,
  className,
  inputClassName,
  ...rest
}: FieldWords & { inputClassName?: string } & ComponentProps<"input">) {
  return (
    <Field {...{ label, hint, error, aside, id, className }}>
      {(wiring) => <Input {...rest} {...wiring} className={inputClassName} />}
    </Field>
  )
}
