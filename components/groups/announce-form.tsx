"use client"

import { type KeyboardEvent, useActionState, useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { InputField } from "@/components/ui/input"
import { TextareaField } from "@/components/ui/textarea"
import { announceAction } from "@/lib/groups/actions"

interface AnnounceWords {
  topic: string
  body: string
  ordinary: string
  urgent: string
  ordinaryHint: string
  urgentHint: string
  publish: string
  note: string
}

/** What the group is about and how fast it answers; published, everybody in it is told. */
export function AnnounceForm({
  groupId,
  formKey,
  words,
}: {
  groupId: number
  formKey: string
  words: AnnounceWords
}) {
  const [answer, submit, sending] = useActionState(announceAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const { fields: errors, typed } = failed ?? {}
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (answer?.ok) fold(form.current)
  }, [answer])
  return (
    <form ref={form} action={submit} className="grid gap-x-5 gap-y-4 pt-3 md:grid-cols-2">
      <FormKey seed={formKey} turn={answer?.ok ? answer.value : 0} />
      <input type="hidden" name="groupId" value={groupId} />
      {failed && !errors && (
        <div className="md:col-span-2">
          <FormError>{failed.message}</FormError>
        </div>
      )}
      <InputField
        className="md:col-span-2"
        name="topic"
        label={words.topic}
        error={errors?.topic}
        defaultValue={typed?.topic}
        maxLength={100}
        required
        onKeyDown={enterGoesOn}
      />
      <TextareaField
        className="md:col-span-2"
        name="body"
        label={words.body}
        error={errors?.body}
        defaultValue={typed?.body}
        maxLength={10_000}
        rows={6}
      />
      <InputField
        type="number"
        name="ordinaryHours"
        label={words.ordinary}
        hint={words.ordinaryHint}
        error={errors?.ordinaryHours}
        defaultValue={typed?.ordinaryHours}
        min={0.25}
        max={80}
        step={0.25}
        inputMode="decimal"
      />
      <InputField
        type="number"
        name="urgentMinutes"
        label={words.urgent}
        hint={words.urgentHint}
        error={errors?.urgentMinutes}
        defaultValue={typed?.urgentMinutes}
        min={1}
        max={1440}
        step={1}
        inputMode="numeric"
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 md:col-span-2">
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.publish}
        </Button>
        <span className="min-w-0 flex-1 basis-60 text-meta text-ink-2">{words.note}</span>
      </div>
    </form>
  )
}

/** Once published it stands above, and who has read it below: the form is folded away between them. */
function fold(form: HTMLFormElement | null): void {
  const around = form?.closest("details")
  if (!around) return
  around.open = false
  around.querySelector("summary")?.focus()
}

/** Everybody in the group is told: Enter after the topic leads on, and doesn't publish it alone. */
function enterGoesOn(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.querySelector("textarea")?.focus()
}
