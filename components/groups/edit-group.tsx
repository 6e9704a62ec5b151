"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { filled } from "@/components/ui/filled"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { TextareaField } from "@/components/ui/textarea"
import { saveGroupAction } from "@/lib/groups/actions"

interface EditWords {
  name: string
  about: string
  aboutHint: string
  joinRule: string
  save: string
  saved: string
  conflict: string
}

interface Start {
  id: number
  version: number
  name: string
  about: string
  joinRule: string
}

/** What a group is called, what for, and how people come in. */
export function EditGroup({
  start,
  rules,
  words,
}: {
  start: Start
  rules: { value: string; label: string }[]
  words: EditWords
}) {
  const [answer, submit, sending] = useActionState(saveGroupAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const now = standing(failed?.current)
  const typed = failed?.typed
  return (
    <form action={submit} className="flex max-w-140 flex-col gap-4">
      <input type="hidden" name="groupId" value={start.id} />
      <input type="hidden" name="version" value={now?.version ?? start.version} />
      {failed && !failed.fields && (
        <FormError>{now ? filled(words.conflict, { name: now.said }) : failed.message}</FormError>
      )}
      <InputField
        name="name"
        label={words.name}
        error={failed?.fields?.name}
        defaultValue={typed?.name ?? start.name}
        maxLength={60}
        required
      />
      <TextareaField
        name="about"
        label={words.about}
        hint={words.aboutHint}
        error={failed?.fields?.about}
        defaultValue={typed?.about ?? start.about}
        maxLength={500}
      />
      <SelectField
        name="joinRule"
        label={words.joinRule}
        error={failed?.fields?.joinRule}
        defaultValue={typed?.joinRule ?? start.joinRule}
      >
        <Options of={rules} />
      </SelectField>
      <div className="flex items-center gap-3">
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.save}
        </Button>
        <span role="status" className="text-control text-done">
          {answer?.ok && !sending && words.saved}
        </span>
      </div>
    </form>
  )
}

/** What stands there now, when somebody was faster. */
function standing(current: unknown): { version: number; said: string } | null {
  if (typeof current !== "object" || current === null) return null
  const version = "version" in current ? Number(current.version) : Number.NaN
  if (!Number.isInteger(version)) return null
  const texts = ["name", "about"].map((name) => String(Reflect.get(current, name) ?? ""))
  return { version, said: texts.filter(Boolean).join(" · ") }
}
