"use client"

import { useActionState } from "react"
import { FieldError } from "@/components/ui/field"
import { showContactAction } from "@/lib/clients/contact-actions"

type Detail = "phone" | "email" | "wechat"

/** 138****5678 and 查看全号: the whole comes from the server only when somebody asks. */
export function ContactLine({
  client,
  contact,
  field,
  shown,
  whole,
  ask,
  askLabel,
}: {
  client: number
  contact: number
  field: Detail
  shown: string
  /** The reader has it in full. */
  whole: boolean
  /** What the button says; without it the whole isn't the reader's to ask for. */
  ask?: string | undefined
  askLabel?: string
}) {
  const [answer, submit, sending] = useActionState(showContactAction, null)
  if (whole) return <Detail field={field} value={shown} />
  if (answer?.ok)
    return (
      <output>
        <Detail field={field} value={answer.value} />
      </output>
    )
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={client} />
      <input type="hidden" name="contact" value={contact} />
      <input type="hidden" name="field" value={field} />
      <span className="tabular-nums">{shown}</span>
      {ask && (
        <button
          type="submit"
          aria-label={askLabel}
          disabled={sending}
          className="link text-meta max-md:min-h-11 max-md:px-2"
        >
          {ask}
        </button>
      )}
      {answer?.ok === false && <FieldError>{answer.message}</FieldError>}
    </form>
  )
}

const schemes = { phone: "tel:", email: "mailto:" } as const

function Detail({ field, value }: { field: Detail; value: string }) {
  if (field === "wechat") return <span>{value}</span>
  return (
    <a href={`${schemes[field]}${value}`} className="link min-w-0 break-all tabular-nums">
      {value}
    </a>
  )
}
