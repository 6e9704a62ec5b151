"use client"

import { type ReactNode, useActionState } from "react"
import { Button } from "@/components/ui/button"
import { cx } from "@/components/ui/cx"
import { FieldError } from "@/components/ui/field"
import type { IconName } from "@/components/ui/icon-names"
import type { Result } from "@/lib/platform/result"

/** One small deed: a button with what belongs to it, and the reason where it isn't done. */
export function ActForm({
  action,
  hidden,
  label,
  title,
  icon,
  tone = "plain",
  className,
  children,
}: {
  action: (before: unknown, form: FormData) => Promise<Result<unknown>>
  hidden: Record<string, string | number>
  label: string
  /** Said of the button, where its word alone doesn't. */
  title?: string
  icon?: IconName
  tone?: "primary" | "plain" | "quiet" | "danger"
  className?: string
  children?: ReactNode
}) {
  const [answer, submit, sending] = useActionState(action, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className={cx("min-w-0", className)}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button type="submit" {...{ tone, title }} {...(icon && { icon })} disabled={sending}>
        {label}
      </Button>
      {failed && <FieldError>{Object.values(failed.fields ?? {})[0] ?? failed.message}</FieldError>}
    </form>
  )
}
