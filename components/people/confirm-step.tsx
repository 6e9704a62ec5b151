"use client"

import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"

/** What a change will cause, before it is done: the same fields again, with a yes to these sentences. */
export function ConfirmStep({
  submit,
  sending,
  sentences,
  fields,
  words,
  onBack,
}: {
  submit: (form: FormData) => void
  sending: boolean
  sentences: readonly string[]
  fields: readonly (readonly [string, string])[]
  words: { before: string; confirm: string; back: string }
  onBack: () => void
}) {
  return (
    <form action={submit} className="border-l-2 border-support pl-3.5">
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div role="status">
        <p className="text-control font-semibold">{words.before}</p>
        <ul className="mt-1.5 flex flex-col gap-1.5">
          {sentences.map((sentence) => (
            <li key={sentence} className="flex gap-2 text-prose">
              <Icon name="eye" size={14} className="mt-1 text-ink-3" />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="mt-3 flex gap-2">
        <Button type="submit" tone="primary" size="m" disabled={sending} autoFocus>
          {words.confirm}
        </Button>
        <Button tone="quiet" size="m" className="needs-script" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  )
}
