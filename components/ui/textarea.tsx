import type { ComponentProps } from "react"
import { cx } from "@/components/ui/cx"
import { Field, type FieldWords } from "@/components/ui/field"

/** Grows with its text where the browser can, up to 14 lines. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={3}
      {...rest}
      className={cx("field-box field-text text-prose max-md:text-field", className)}
    />
  )
}

export function TextareaField({
  label,
  hint,
  error,
  aside,
  id,
  className,
  ...rest
}: FieldWords & ComponentProps<"textarea">) {
  return (
    <Field {...{ label, hint, error, aside, id, className }}>
      {(wiring) => <Textarea {...rest} {...wiring} />}
    </Field>
  )
}
