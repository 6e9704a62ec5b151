"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { TextareaField } from "@/components/ui/textarea"
import { guestRateAction } from "@/lib/tickets/guest-actions"

/** One to five, as plain radio buttons, and a word if one likes. */
export function RatingForm({
  ticket,
  formKey,
  words,
}: {
  ticket: number
  formKey: string
  words: { title: string; scale: string; box: string; send: string; marks: string[] }
}) {
  const [answer, submit, sending] = useActionState(guestRateAction, null)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="mt-5 space-y-3 rounded-box border border-line px-4 py-3.5">
      <FormKey seed={formKey} />
      <input type="hidden" name="ticket" value={ticket} />
      {failed && <FormError>{Object.values(failed.fields ?? {})[0] ?? failed.message}</FormError>}
      <fieldset>
        <legend className="text-ui font-semibold">{words.title}</legend>
        <p className="text-meta text-ink-2">{words.scale}</p>
        <div className="mt-2 flex gap-2">
          {words.marks.map((mark, at) => (
            <label
              key={mark}
              className="relative grid h-11 flex-1 place-items-center rounded-field border border-line-field text-ui has-checked:border-accent has-checked:bg-accent-wash has-checked:font-semibold has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="rating"
                value={at + 1}
                aria-label={mark}
                required
                defaultChecked={failed?.typed?.rating === String(at + 1)}
                className="absolute inset-0 appearance-none outline-none"
              />
              <span aria-hidden="true">{at + 1}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextareaField
        name="words"
        label={words.box}
        defaultValue={failed?.typed?.words}
        rows={2}
        maxLength={1_000}
      />
      <Button type="submit" size="m" disabled={sending}>
        {words.send}
      </Button>
    </form>
  )
}
