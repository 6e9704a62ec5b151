"use client"

import { useActionState, useState } from "react"
import { MatterFields, type MatterFormData } from "@/components/matters/matter-fields"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { createMatterAction, saveMatterAction } from "@/lib/matters/actions"

type Standing = Record<"description" | "goal" | "background" | "remark", string> & {
  version: number
}

/** 新建事项, in its dialog or on a page of its own; and the same form for one that is there. */
export function MatterForm({
  data,
  source,
  formKey,
  cancel,
  submitWord,
}: {
  data: MatterFormData
  /** The record that a new one is made from. */
  source?: string | undefined
  formKey: string
  cancel: string
  submitWord: string
}) {
  const { known, words } = data
  const [answer, submit, sending] = useActionState(
    known ? saveMatterAction : createMatterAction,
    null,
  )
  // The page may read itself again meanwhile; what was typed still began with this version.
  const [began] = useState(known?.version)
  const failed = answer?.ok === false ? answer : undefined
  const standing =
    failed?.code === "conflict" && isStanding(failed.current) ? failed.current : undefined
  return (
    <form action={submit} className="flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      {source && <input type="hidden" name="source" value={source} />}
      {known && <input type="hidden" name="id" value={known.id} />}
      {known && <input type="hidden" name="version" value={standing?.version ?? began} />}
      <DialogBody>
        {failed && <FormError>{failed.message}</FormError>}
        {standing && <TheirText standing={standing} title={words.theirs} />}
        <MatterFields data={data} errors={failed?.fields ?? {}} typed={failed?.typed ?? {}} />
      </DialogBody>
      <DialogFoot note={words.note}>
        <ButtonLink href={cancel} tone="quiet" size="m">
          {words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {submitWord}
        </Button>
      </DialogFoot>
    </form>
  )
}

/** Somebody was faster: what stands there now is shown beside one's own text. */
function TheirText({ standing, title }: { standing: Standing; title: string }) {
  return (
    <section aria-label={title} className="my-3 border-l-2 border-support pl-3 text-prose">
      <h2 className="text-control font-semibold">{title}</h2>
      <p className="font-semibold">{standing.description}</p>
      <p className="whitespace-pre-line text-ink-2">{standing.goal}</p>
      <p className="whitespace-pre-line text-ink-2">{standing.background}</p>
      <p className="whitespace-pre-line text-ink-2">{standing.remark}</p>
    </section>
  )
}

const isStanding = (value: unknown): value is Standing =>
  typeof value === "object" && value !== null && "version" in value && "description" in value
