"use client"

import { type ReactNode, useActionState, useState } from "react"
import { AppointmentFields } from "@/components/appointments/appointment-fields"
import type { AppointmentFormData } from "@/components/appointments/appointment-form-data"
import { Button, ButtonLink } from "@/components/ui/button"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { Segmented } from "@/components/ui/segmented"
import { createAppointmentAction, saveAppointmentAction } from "@/lib/appointments/actions"

/** One that is there: its version, and which of its days the form was opened for. */
export interface KnownAppointment {
  id: number
  version: number
  day?: string
  which?: { label: string; options: { value: string; label: string }[] }
}

/** 新建日程, in its dialog or on a page of its own; and the same form for one that is there. */
export function AppointmentForm({
  data,
  known,
  formKey,
  cancel,
  submitWord,
  children,
}: {
  data: AppointmentFormData
  known?: KnownAppointment
  formKey: string
  cancel: string
  submitWord: string
  /** Buttons of other forms. */
  children?: ReactNode
}) {
  const [answer, submit, sending] = useActionState(
    known ? saveAppointmentAction : createAppointmentAction,
    null,
  )
  // The page may read itself again meanwhile; what was typed still began with this version.
  const [began] = useState(known?.version)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="group/form flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      {known && <input type="hidden" name="id" value={known.id} />}
      {known && <input type="hidden" name="version" value={began} />}
      {known?.day && <input type="hidden" name="day" value={known.day} />}
      <DialogBody>
        {failed && <FormError>{failed.message}</FormError>}
        {known?.which && (
          <div className="mb-4">
            <Segmented
              name="which"
              label={known.which.label}
              options={known.which.options}
              defaultValue={failed?.typed?.which ?? "one"}
              className="w-full"
            />
            <p className="mt-1 text-meta text-ink-3 hidden group-has-[[name=which]:not([value=one]):checked]/form:block">
              {data.words.whichHint}
            </p>
          </div>
        )}
        <AppointmentFields data={data} errors={failed?.fields ?? {}} typed={failed?.typed ?? {}} />
      </DialogBody>
      <DialogFoot note={data.words.private}>
        {children}
        <ButtonLink href={cancel} tone="quiet" size="m">
          {data.words.cancel}
        </ButtonLink>
        <Button type="submit" tone="primary" size="m" disabled={sending}>
          {submitWord}
        </Button>
      </DialogFoot>
    </form>
  )
}
