"use client"

import { startTransition, useActionState, useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { filled } from "@/components/ui/filled"
import { FormError } from "@/components/ui/form-error"
import { IconButton } from "@/components/ui/icon-button"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { toast } from "@/components/ui/toast"
import { removeViewAction, saveViewAction } from "@/lib/tasks/view-actions"

type Words = Record<
  "label" | "name" | "share" | "note" | "save" | "list" | "remove" | "saved",
  string
>

interface Kept {
  id: number
  name: string
  /** Whose it is, where it is shared. */
  about: string
  removable: boolean
}

export function SavedViewsBody({
  query,
  share,
  views,
  words,
}: {
  query: string
  share: { value: string; label: string }[]
  views: Kept[]
  words: Words
}) {
  const [answer, submit, sending] = useActionState(
    (before: unknown, fields: FormData) => saveViewAction(before, fields),
    null,
  )
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!answer?.ok) return
    const name = form.current?.querySelector<HTMLInputElement>("[name=name]")?.value ?? ""
    toast(filled(words.saved, { name }))
    form.current?.reset()
    form.current?.closest<HTMLElement>("[popover]")?.hidePopover()
  }, [answer, words])
  const failed = answer?.ok === false ? answer : undefined
  return (
    <div className="w-64 p-2">
      <form
        ref={form}
        aria-label={words.label}
        onSubmit={(event) => {
          // Sent by hand: a form's own reset after sending would empty the name before it is said.
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          startTransition(() => submit(fields))
        }}
        action={submit}
        className="grid gap-3"
      >
        <input type="hidden" name="query" value={query} />
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        <InputField
          name="name"
          label={words.name}
          error={failed?.fields?.name}
          hint={words.note}
          maxLength={40}
          required
        />
        <SelectField name="share" label={words.share} error={failed?.fields?.share}>
          <Options of={share} />
        </SelectField>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.save}
        </Button>
      </form>
      {views.length > 0 && <KeptViews views={views} words={words} />}
    </div>
  )
}

function KeptViews({ views, words }: { views: Kept[]; words: Words }) {
  const remove = (id: number) =>
    startTransition(async () => {
      const answer = await removeViewAction({ id })
      if (!answer.ok) toast(answer.message)
    })
  return (
    <section aria-label={words.list} className="mt-3 border-t border-line pt-2">
      <ul>
        {views.map((view) => (
          <li key={view.id} className="flex min-h-8 items-center gap-2 text-control">
            <span className="min-w-0 flex-1 truncate">
              {view.name}
              {view.about && <span className="block text-meta text-ink-3">{view.about}</span>}
            </span>
            {view.removable && (
              <IconButton
                icon="trash-2"
                label={filled(words.remove, { name: view.name })}
                onClick={() => remove(view.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
