"use client"

import { useActionState } from "react"
import type { AgendaTemplate } from "@/components/meetings/form-types"
import { Button } from "@/components/ui/button"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { FieldError } from "@/components/ui/field"
import { filled } from "@/components/ui/filled"
import { FormKey } from "@/components/ui/form-key"
import { Input, InputField } from "@/components/ui/input"
import {
  changeTemplateAction,
  makeTemplateAction,
  removeTemplateAction,
} from "@/lib/meetings/template-actions"
import type { words } from "@/lib/meetings/words"

type Words = Pick<(typeof words)["zh"], "form" | "template">

/** Rows for so many topics more than are there. */
const more = 3

/** An agenda template as a form, which works without a script: rows without a title are none. */
export function TemplateForm({
  known,
  mayShare,
  formKey,
  words: { form, template: t },
}: {
  known?: AgendaTemplate & { version: number }
  mayShare: boolean
  formKey: string
  words: Words
}) {
  const [answer, submit, sending] = useActionState(
    known ? changeTemplateAction : makeTemplateAction,
    null,
  )
  const failed = answer?.ok === false ? answer : undefined
  const topics = known?.topics ?? []
  const rows = Array.from({ length: topics.length + more }, (_, at) => at + 1)
  return (
    <form action={submit} className="grid max-w-190 gap-2 py-3">
      <FormKey seed={formKey} />
      {known && <input type="hidden" name="id" value={known.id} />}
      {known && <input type="hidden" name="version" value={known.version} />}
      <InputField
        name="name"
        label={t.name}
        error={failed?.fields?.name}
        defaultValue={known?.name ?? ""}
        required
        maxLength={100}
      />
      {rows.map((n) => (
        <Row key={n} topic={topics[n - 1]} n={n} words={form} />
      ))}
      <p className="text-meta text-ink-3">{t.rowHint}</p>
      {(mayShare || known?.shared) && (
        <CheckboxLabel name="shared" value="true" defaultChecked={known?.shared}>
          {t.shared}
        </CheckboxLabel>
      )}
      {failed && (
        <FieldError>
          {failed.code === "conflict"
            ? t.theirs
            : (Object.values(failed.fields ?? {})[0] ?? failed.message)}
        </FieldError>
      )}
      <span>
        <Button type="submit" tone="primary" disabled={sending}>
          {t.save}
        </Button>
      </span>
    </form>
  )
}

function Row({
  topic,
  n,
  words,
}: {
  topic: AgendaTemplate["topics"][number] | undefined
  n: number
  words: Words["form"]
}) {
  const label = (text: string) => filled(text, { n })
  return (
    <div className="grid grid-cols-[20px_minmax(0,1fr)_minmax(0,1fr)_72px] items-center gap-2 max-md:grid-cols-[20px_minmax(0,1fr)_72px]">
      <span className="text-control text-ink-3">{n}</span>
      <Input
        name={`topic${n}`}
        aria-label={label(words.topic)}
        placeholder={label(words.topic)}
        defaultValue={topic?.title}
        maxLength={200}
      />
      <Input
        name={`goal${n}`}
        aria-label={label(words.goal)}
        placeholder={words.goalHint}
        defaultValue={topic?.goal}
        maxLength={300}
        className="max-md:order-last max-md:col-span-2 max-md:col-start-2"
      />
      <Input
        name={`minutes${n}`}
        type="number"
        min={1}
        max={480}
        aria-label={label(words.minutes)}
        defaultValue={topic?.minutes}
      />
    </div>
  )
}

/** 删除: asks once more in the same place. */
export function RemoveTemplate({ id, words }: { id: number; words: Words["template"] }) {
  const [answer, submit, sending] = useActionState(removeTemplateAction, null)
  return (
    <details className="relative">
      <summary className="button button-quiet button-s cursor-pointer list-none">
        {words.remove}
      </summary>
      <form
        action={submit}
        className="absolute right-0 z-30 mt-1 rounded-box border border-line bg-raised p-2 shadow-raised"
      >
        <input type="hidden" name="id" value={id} />
        <Button type="submit" tone="danger" disabled={sending}>
          {words.removeReally}
        </Button>
        {answer?.ok === false && (
          <span role="alert" className="text-meta text-cinnabar-ink">
            {answer.message}
          </span>
        )}
      </form>
    </details>
  )
}
