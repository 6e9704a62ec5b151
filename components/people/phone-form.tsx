"use client"

import { useActionState } from "react"
import { FormError } from "@/components/ui/form-error"
import { FormFoot } from "@/components/ui/form-foot"
import { InputField } from "@/components/ui/input"
import { phoneAction } from "@/lib/people/preference-actions"

/** The one fact of a profile that is one's own to change. */
export function PhoneForm({
  phone,
  words,
}: {
  phone: string
  words: Record<"phone" | "save" | "saved", string>
}) {
  const [answer, submit, sending] = useActionState(phoneAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex flex-col gap-5">
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <InputField
        label={words.phone}
        name="phone"
        type="tel"
        autoComplete="tel"
        defaultValue={failed?.typed?.phone ?? phone}
        error={failed?.fields?.phone}
        className="max-w-68"
      />
      <FormFoot
        label={words.save}
        saved={words.saved}
        sending={sending}
        done={answer?.ok}
        tone="primary"
      />
    </form>
  )
}
