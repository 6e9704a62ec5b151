"use client"

import { type ComponentProps, useId } from "react"
import { cx } from "@/components/ui/cx"
import { Field, type FieldWords } from "@/components/ui/field"
import { useTypedOver } from "@/components/ui/use-typed-before"

/** Grows with its text where the browser can, up to 14 lines. */
export function Textarea({ className, id, ...rest }: ComponentProps<"textarea">) {
  const own = useId()
  useTypedOver(id ?? own)
  return (
    <textarea
      rows={3}
      {...rest}
      id={id ?? own}
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
