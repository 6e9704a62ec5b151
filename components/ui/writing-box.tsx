"use client"

import {
  type ChangeEvent,
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useId,
  useRef,
} from "react"
import { cx } from "@/components/ui/cx"
import { Field, type FieldWords } from "@/components/ui/field"
import { MirrorText } from "@/components/ui/mirror-text"
import { TagList } from "@/components/ui/tag-list"
import type { TextBox } from "@/components/ui/text-editing"
import { useTypedBefore, useTypedOver } from "@/components/ui/use-typed-before"
import { useWriting, type WritingHelp } from "@/components/ui/use-writing"
import { WritingHints } from "@/components/ui/writing-hints"

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
  help: WritingHelp
  /** One line instead of many. */
  single?: boolean
  rows?: number
  value?: string
  defaultValue?: string
  onChange?: (text: string) => void
  onKeyDown?: (event: KeyboardEvent<TextBox>) => void
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
 * in a strip inside the box (G7.2), and # offers the tags there are (G7.5). Without a script it is
 * a plain field.
 */
export function WritingBox({ help, fieldRef, aside, boxClassName, ...rest }: WritingProps) {
  const own = useRef<TextBox>(null)
  const field = fieldRef ?? own
  useTypedBefore(field, rest.value, (typed) => rest.onChange?.(typed))
  const writing = useWriting(field, help)
  const { text, ranges, picking, listeners } = writing
  const { open, current } = picking
  const list = useId()
  const onKeyDown = (event: KeyboardEvent<TextBox>) => {
    if (!picking.onKeyDown(event)) rest.onKeyDown?.(event)
  }
  const picked = open && {
    "aria-autocomplete": "list" as const,
    "aria-controls": list,
    "aria-activedescendant": current && `${list}-${current.name}`,
  }
  return (
    <div className="relative">
      <div className={cx("field-box overflow-hidden", boxClassName)}>
        <div data-writing className="relative flex items-end">
          <MirrorText field={field} text={text} ranges={ranges} />
          <PlainBox {...rest} {...picked} {...listeners} field={field} onKeyDown={onKeyDown} />
          {aside}
        </div>
        <WritingHints writing={writing} help={help} />
      </div>
      {open && (
        <TagList
          id={list}
          label={help.tagsLabel}
          tags={picking.found}
          current={current}
          above={isLow(field.current)}
          choose={picking.choose}
        />
      )}
    </div>
  )
}

const listHeight = 288

/** So low on the screen that a list would end below it. */
function isLow(box: TextBox | null): boolean {
  const { top = 0, bottom = 0 } = box?.getBoundingClientRect() ?? {}
  return bottom + listHeight > innerHeight && top > listHeight
}

function PlainBox({
  single = false,
  rows = 3,
  field,
  className,
  onChange,
  ...rest
}: Omit<WritingProps, "help" | "fieldRef" | "aside" | "boxClassName"> &
  ReturnType<typeof useWriting>["listeners"] & {
    field: RefObject<TextBox | null>
  }) {
  const ref = useCallback(
    (box: TextBox | null) => {
      field.current = box
    },
    [field],
  )
  const own = useId()
  const id = rest.id ?? own
  useTypedOver(id)
  const changed = (event: ChangeEvent<TextBox>) => onChange?.(event.currentTarget.value)
  const look = "relative flex-1 bg-transparent outline-none"
  if (single)
    return (
      <input {...rest} ref={ref} onChange={changed} className={cx(look, "field-line", className)} />
    )
  return (
    <textarea
      {...rest}
      id={id}
      ref={ref}
      rows={rows}
      onChange={changed}
      className={cx(look, "field-text text-prose max-md:text-field", className)}
    />
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
