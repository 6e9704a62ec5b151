"use client"

import { useActionState } from "react"
import { type SettingField, SettingInput } from "@/components/settings/setting-field"
import { Button } from "@/components/ui/button"
import { filled } from "@/components/ui/filled"
import { FormError } from "@/components/ui/form-error"
import { FormFoot } from "@/components/ui/form-foot"
import { TextareaField } from "@/components/ui/textarea"
import { type FindKind, findKinds } from "@/lib/platform/screening/kinds"
import { screeningAction, tryScreeningAction } from "@/lib/settings/actions"
import type { screeningWords } from "@/lib/settings/words-screening"

type Words = (typeof screeningWords)["zh"]

/** 敏感信息: the rules, with a field to try them on a text before they are saved. */
export function ScreeningForm({
  fields,
  save,
  saved,
  words,
  kinds,
}: {
  fields: SettingField[]
  save: string
  saved: string
  words: Words
  kinds: Record<FindKind, string>
}) {
  const [answer, submit, sending] = useActionState(screeningAction, null)
  const [tried, attempt, trying] = useActionState(tryScreeningAction, null)
  const failed = [answer, tried].find((one) => one?.ok === false)
  const wrong = failed?.ok === false ? failed : undefined
  const result = (tried?.ok && tried.value) || undefined
  const typed = wrong?.typed ?? result?.typed
  return (
    <form action={submit} className="flex flex-col gap-4.5">
      {wrong && !wrong.fields && <FormError>{wrong.message}</FormError>}
      {fields.map((field) => (
        <SettingInput
          key={field.name}
          field={field}
          typed={typed}
          error={wrong?.fields?.[field.name]}
        />
      ))}
      <FormFoot label={save} saved={saved} sending={sending} done={answer?.ok} />
      <TextareaField
        name="sample"
        label={words.sample}
        hint={words.sampleHint}
        rows={3}
        maxLength={5_000}
        defaultValue={typed?.sample}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" size="m" formAction={attempt} disabled={trying}>
          {words.try}
        </Button>
        <span role="status" className="text-control text-ink-2">
          {result && !trying && saidOf(result, words, kinds)}
        </span>
      </div>
    </form>
  )
}

function saidOf(
  { counts, unchecked }: { counts: Partial<Record<FindKind, number>>; unchecked: boolean },
  words: Words,
  kinds: Record<FindKind, string>,
): string {
  if (unchecked) return words.slow
  const found = findKinds.filter((kind) => counts[kind])
  const all = found.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)
  if (all === 0) return words.clean
  const said = found.map((kind) => `${kinds[kind]} × ${counts[kind]}`)
  return `${filled(words.found, { count: all })} · ${said.join(" · ")}`
}
