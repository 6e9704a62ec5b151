"use client"

import { type ComponentProps, type ReactNode, type RefObject, useRef } from "react"
import { cx } from "@/components/ui/cx"
import { Field, type FieldWords } from "@/components/ui/field"
import { MirrorText } from "@/components/ui/mirror-text"
import type { TextBox } from "@/components/ui/text-editing"
import { replaceVague, useVague } from "@/components/ui/use-vague"
import { useWrittenText } from "@/components/ui/use-written-text"
import { VagueHint } from "@/components/ui/vague-hint"
import type { VagueHelp } from "@/components/ui/vague-offers"

type Attributes = Pick<
  ComponentProps<"input"> & ComponentProps<"textarea">,
  | "id"
  | "name"
  | "required"
  | "maxLength"
  | "placeholder"
  | "autoFocus"
  | "disabled"
  | "aria-label"
  | "aria-describedby"
  | "aria-invalid"
>

type WritingProps = Attributes & {
  help: VagueHelp
  /** One line instead of many. */
  single?: boolean
  rows?: number
  value?: string
  defaultValue?: string
  onChange?: (text: string) => void
  onKeyDown?: (event: React.KeyboardEvent<TextBox>) => void
  /** For who has to focus the field or read it. */
  fieldRef?: RefObject<TextBox | null>
  /** Where the keys for answering lead. */
  "data-reply"?: boolean
  /** Beside the text, inside the box. */
  aside?: ReactNode
  boxClassName?: string
  className?: string
}

/**
 * A box to write sentences in: vague phrases are underlined while typing, with two concrete times
 * in a strip inside the box (G7.2). Without a script it is a plain field.
 */
export function WritingBox({
  help,
  single = false,
  rows,
  fieldRef,
  aside,
  boxClassName,
  className,
  onChange,
  ...rest
}: WritingProps) {
  const own = useRef<TextBox>(null)
  const field = fieldRef ?? own
  const { text, composing } = useWrittenText(field)
  const { ranges, hit, dismiss } = useVague(text, help.wording, composing)
  const common = {
    ...rest,
    onChange: (event: React.ChangeEvent<TextBox>) => onChange?.(event.currentTarget.value),
    ref: (box: TextBox | null) => {
      field.current = box
    },
  }
  const look = "relative min-w-0 flex-1 bg-transparent outline-none"
  return (
    <div className={cx("field-box overflow-hidden", boxClassName)}>
      <div data-writing className="relative flex items-end">
        <MirrorText field={field} text={text} ranges={ranges} />
        {single ? (
          <input {...common} className={cx(look, "h-field px-2.5", className)} />
        ) : (
          <textarea
            {...common}
            rows={rows ?? 3}
            className={cx(
              look,
              "block field-sizing-content max-h-80 min-h-16 resize-y px-2.5 py-1.5 text-prose max-md:text-field",
              className,
            )}
          />
        )}
        {aside}
      </div>
      <VagueHint
        hit={hit}
        help={help}
        onReplace={(at, by) => replaceVague(field, at, by)}
        onDismiss={dismiss}
      />
    </div>
  )
}

/** The same with a label above and what is wrong below. `className` dresses the field. */
export function WritingField({
  label,
  hint,
  error,
  id,
  className,
  fieldClassName,
  ...rest
}: FieldWords & { fieldClassName?: string } & Omit<WritingProps, "className">) {
  return (
    <Field {...{ label, hint, error, id, className }}>
      {(wiring) => <WritingBox {...rest} {...wiring} className={fieldClassName} />}
    </Field>
  )
}
