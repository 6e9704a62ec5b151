"use client"

import { useRouter } from "next/navigation"
import { useActionState, useEffect, useState } from "react"
import { Button, ButtonLink } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { unclearAction } from "@/lib/people/sensitivity-actions"

interface Removal {
  label: number
  person: number
  /** Back to the category. */
  back: string
  /** What the person owns under it, as far as the reader may read titles. */
  titles: string[]
  /** Who could take it; null where there is nothing to hand over. */
  heirs: { value: number; label: string }[] | null
  words: {
    title: string
    note: string
    owns: string
    more: string
    heir: string
    heirNone: string
    confirm: string
    cancel: string
  }
}

/**
 * Taking a clearance away asks at once who answers for the records from now on (decision 5). A
 * dialog over the page; where there is no script, a part of it.
 */
export function RemoveClearance(removal: Removal) {
  const router = useRouter()
  const [script, setScript] = useState(false)
  useEffect(() => setScript(true), [])
  const { words, back } = removal
  if (!script)
    return (
      <section aria-label={words.title} className="mb-6 border-l-2 border-support">
        <h2 className="px-5 text-panel">{words.title}</h2>
        <RemovalForm {...removal} />
      </section>
    )
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && router.push(back, { scroll: false })}
      title={words.title}
      closeLabel={words.cancel}
      size="s"
    >
      <RemovalForm {...removal} />
    </Dialog>
  )
}

function RemovalForm({ label, person, back, titles, heirs, words }: Removal) {
  const [answer, submit, sending] = useActionState(unclearAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const stuck = heirs?.length === 0
  return (
    <form action={submit} className="flex min-h-0 flex-col">
      <input type="hidden" name="id" value={label} />
      <input type="hidden" name="person" value={person} />
      <DialogBody>
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        <p className="text-prose">{words.note}</p>
        <p className="mt-2 text-prose">{words.owns}</p>
        <ul className="mt-2 text-control text-ink-2">
          {titles.map((title) => (
            <li key={title} className="border-b border-line-soft py-1">
              {title}
            </li>
          ))}
          {words.more && <li className="py-1 text-ink-3">{words.more}</li>}
        </ul>
        {stuck && <p className="mt-3 text-control text-cinnabar-ink">{words.heirNone}</p>}
        {heirs && !stuck && (
          <SelectField
            name="to"
            label={words.heir}
            error={failed?.fields?.to}
            required
            defaultValue=""
            className="mt-4"
          >
            <Options of={[{ value: "", label: "" }, ...heirs]} />
          </SelectField>
        )}
      </DialogBody>
      <DialogFoot>
        <ButtonLink href={back} tone="quiet" size="m">
          {words.cancel}
        </ButtonLink>
        <Button type="submit" tone="danger" size="m" disabled={sending || stuck}>
          {words.confirm}
        </Button>
      </DialogFoot>
    </form>
  )
}
