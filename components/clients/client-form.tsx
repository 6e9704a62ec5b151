"use client"

import { useActionState, useState } from "react"
import { ClientFields, type ClientFormData, FirstContact } from "@/components/clients/client-fields"
import { LikeField } from "@/components/clients/like-field"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { createClientAction, saveClientAction } from "@/lib/clients/actions"

type Standing = Record<"name" | "remark", string> & { version: number }

/** 新建客户, in its dialog or on a page of its own; and the same form for one that is there. */
export function ClientForm({
  data,
  formKey,
  cancel,
}: {
  data: ClientFormData
  formKey: string
  cancel: string
}) {
  const { known, words } = data
  const [answer, submit, sending] = useActionState(
    known ? saveClientAction : createClientAction,
    null,
  )
  // The page may read itself again meanwhile; what was typed still began with this version.
  const [began] = useState(known?.version)
  const failed = answer?.ok === false ? answer : undefined
  const standing =
    failed?.code === "conflict" && isStanding(failed.current) ? failed.current : undefined
  const given = { data, errors: failed?.fields ?? {}, typed: failed?.typed ?? {} }
  return (
    <form action={submit} className="flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      {known && <input type="hidden" name="id" value={known.id} />}
      {known && <input type="hidden" name="version" value={standing?.version ?? began} />}
      <DialogBody>
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        {standing && (
          <section aria-label={words.theirs} className="my-3 border-l-2 border-support pl-3">
            <h2 className="text-control font-semibold">{words.theirs}</h2>
            <p>{standing.name}</p>
            <p className="whitespace-pre-line text-ink-2">{standing.remark}</p>
          </section>
        )}
        <div className="grid gap-x-5 gap-y-4 md:grid-cols-2">
          <LikeField data={data} error={given.errors.name} typed={given.typed.name} />
          <ClientFields {...given} />
          {!known && <FirstContact {...given} />}
        </div>
      </DialogBody>
      <DialogFoot note={words.note}>
        <ButtonLink href={cancel} tone="quiet" size="m">
          {words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.submit}
        </Button>
      </DialogFoot>
    </form>
  )
}

const isStanding = (value: unknown): value is Standing =>
  typeof value === "object" && value !== null && "version" in value && "name" in value
