"use client"

import { useActionState } from "react"
import { RecordFields, type RecordFormData } from "@/components/clients/record-fields"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import {
  correctCommunicationAction,
  recordCommunicationAction,
} from "@/lib/clients/communication-actions"

/** 记录沟通: what was said stands first, and all but that and the method may be left out. */
export function RecordForm({ data, formKey }: { data: RecordFormData; formKey: string }) {
  const { client, known, words } = data
  const [answer, submit, sending] = useActionState(
    known ? correctCommunicationAction : recordCommunicationAction,
    null,
  )
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      <input type="hidden" name="id" value={client} />
      {known && <input type="hidden" name="communication" value={known.id} />}
      {known && <input type="hidden" name="version" value={known.version} />}
      <DialogBody>
        {failed && !failed.fields && <FormError>{failed.message}</FormError>}
        <RecordFields data={data} errors={failed?.fields ?? {}} typed={failed?.typed ?? {}} />
      </DialogBody>
      <DialogFoot>
        <ButtonLink href={`/clients/${client}`} tone="quiet" size="m">
          {words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {words.save}
        </Button>
      </DialogFoot>
    </form>
  )
}
