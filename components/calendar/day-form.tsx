"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { Segmented } from "@/components/ui/segmented"
import { workDayAction } from "@/lib/calendar/actions"

type Name = "day" | "kind" | "zh" | "en"

/** One day of the company's own: added, or changed when it is there already. */
export function DayForm({
  before,
  words,
}: {
  before: Record<Name, string>
  words: Record<Name | "off" | "work" | "submit", string>
}) {
  const [answer, submit, sending] = useActionState(workDayAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const typed = failed?.typed ?? before
  const errors = failed?.fields
  const text = (name: Name) => ({
    name,
    label: words[name],
    defaultValue: typed[name],
    error: errors?.[name],
  })
  return (
    <form action={submit} className="flex flex-col gap-4">
      {failed && !errors && <FormError>{failed.message}</FormError>}
      <div className="grid items-start gap-4 md:grid-cols-2">
        <InputField {...text("day")} type="date" required />
        <div className="text-control">
          <span aria-hidden="true" className="mb-1 block text-ink-2">
            {words.kind}
          </span>
          <Segmented
            key={typed.kind}
            name="kind"
            label={words.kind}
            defaultValue={typed.kind}
            options={[
              { value: "off", label: words.off },
              { value: "work", label: words.work },
            ]}
          />
          {errors?.kind && <FieldError>{errors.kind}</FieldError>}
        </div>
        <InputField {...text("zh")} required maxLength={40} />
        <InputField {...text("en")} maxLength={60} />
      </div>
      <div>
        <Button type="submit" size="m" disabled={sending}>
          {words.submit}
        </Button>
      </div>
    </form>
  )
}
