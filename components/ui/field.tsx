import { type ReactNode, useId } from "react"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"

/** What a control inside a field spreads onto its element. */
export type FieldWiring = {
  id: string
  "aria-describedby"?: string
  "aria-invalid"?: true
}

export type FieldWords = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Stands right of the label: a link such as 忘记密码. */
  aside?: ReactNode
  id?: string
  className?: string
}

/** Label above, the control, then its hint and what is wrong with it. */
export function Field({ id, ...rest }: FieldParts) {
  return id ? <KnownField {...rest} id={id} /> : <AnyField {...rest} />
}

type FieldParts = FieldWords & { children: (wiring: FieldWiring) => ReactNode }

const AnyField = (rest: FieldParts) => <KnownField {...rest} id={useId()} />

function KnownField({
  label,
  hint,
  error,
  aside,
  id,
  className,
  children,
}: FieldParts & { id: string }) {
  const described = cx(error && `${id}-error`, hint && `${id}-hint`) || undefined
  return (
    <div className={cx("min-w-0", className)}>
      <div className="mb-1 flex items-baseline justify-between gap-3 text-control">
        <label htmlFor={id} className="text-ink-2">
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        "aria-describedby": described,
        "aria-invalid": error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-meta text-ink-3">
          {hint}
        </p>
      )}
    </div>
  )
}

/** What is wrong and what to do about it, read out when it appears. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="mt-1 flex gap-1 text-meta text-cinnabar-ink">
      <Icon name="state-late" size={14} className="mt-px" />
      <span>{children}</span>
    </p>
  )
}
