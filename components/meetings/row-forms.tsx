"use client"

import { type ReactNode, useActionState } from "react"
import { Button } from "@/components/ui/button"
import { IconButton } from "@/components/ui/icon-button"
import type { Result } from "@/lib/platform/result"

type Act = (...sent: unknown[]) => Promise<Result<unknown>>

/**
 * The fields of a row, which save by themselves. Where there is no script they are a form with a
 * button, and whatever it answers stands in `RowFoot`.
 */
export function RowForm({
  meeting,
  row,
  version,
  submit,
  commit,
  save,
  children,
}: {
  meeting: number
  row: number
  version: number
  submit: (sent: FormData) => void
  commit: () => void
  save: string
  children: ReactNode
}) {
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        event.preventDefault()
        commit()
      }}
      className="contents"
    >
      <input type="hidden" name="id" value={meeting} />
      <input type="hidden" name="row" value={row} />
      <input type="hidden" name="version" value={version} />
      {children}
      <noscript>
        <button type="submit" className="button button-plain button-s col-start-2 my-1">
          {save}
        </button>
      </noscript>
    </form>
  )
}

/** One press takes a row away, or brings it back, with a script and without. */
export function RowButton({
  meeting,
  row,
  act,
  icon,
  label,
  word,
  className,
}: {
  meeting: number
  row: number
  act: Act
  icon: "x" | "undo-2"
  label: string
  /** Beside the icon; without it the label is read out alone. */
  word?: string
  className?: string
}) {
  const [answer, submit] = useActionState(act, null)
  return (
    <form action={submit} className={className}>
      <input type="hidden" name="id" value={meeting} />
      <input type="hidden" name="row" value={row} />
      {word ? (
        <Button type="submit" icon={icon} aria-label={label}>
          {word}
        </Button>
      ) : (
        <IconButton type="submit" icon={icon} label={label} />
      )}
      {answer?.ok === false && (
        <p role="alert" className="text-meta text-cinnabar-ink">
          {answer.message}
        </p>
      )}
    </form>
  )
}
