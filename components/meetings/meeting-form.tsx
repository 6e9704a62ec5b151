"use client"

import { useActionState, useState } from "react"
import type { MeetingFormData } from "@/components/meetings/form-types"
import { FreeBusy } from "@/components/meetings/free-busy"
import { MeetingFields } from "@/components/meetings/meeting-fields"
import { MeetingWaysOut } from "@/components/meetings/meeting-ways-out"
import { MissingLine } from "@/components/meetings/missing-line"
import { type Booking, useBooking } from "@/components/meetings/use-booking"
import { stopIn } from "@/components/outward/stopped"
import { Button, ButtonLink } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { FormKey } from "@/components/ui/form-key"
import { Segmented } from "@/components/ui/segmented"
import { createMeetingAction, saveMeetingAction } from "@/lib/meetings/actions"

/** 预约会议: what, when, who and the agenda at the left, who has time at the right. */
export function MeetingForm({
  data,
  title,
  formKey,
  cancel,
}: {
  data: MeetingFormData
  title: string
  formKey: string
  cancel: string
}) {
  const { known, words, locale } = data
  const [answer, submit, sending] = useActionState(
    known ? saveMeetingAction : createMeetingAction,
    null,
  )
  const booking = useBooking(data)
  // The page may read itself again meanwhile; what was typed still began with this version.
  const [began] = useState(known?.version)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form action={submit} className="group/form flex min-h-0 flex-1 flex-col">
      <FormKey seed={formKey} />
      {known && <input type="hidden" name="id" value={known.id} />}
      {known && <input type="hidden" name="version" value={began} />}
      <div className="flex shrink-0 flex-wrap items-center gap-x-4 border-b border-line px-gutter md:h-13">
        <FormHead {...{ data, title, cancel, booking, sending }} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto lg:flex lg:overflow-hidden">
        <div className="min-w-0 flex-1 px-gutter pt-4 pb-10 lg:overflow-y-auto">
          {failed && !stopIn(failed) && (
            <div className="mb-3">
              <FormError>
                {failed.code === "conflict" ? words.form.theirs : failed.message}
              </FormError>
            </div>
          )}
          <MeetingWaysOut answer={answer} data={data} />
          {data.series && <WhichOnes data={data} chosen={failed?.typed?.which} />}
          <MeetingFields
            data={data}
            booking={booking}
            errors={failed?.fields ?? {}}
            typed={failed?.typed ?? {}}
          />
        </div>
        <aside className="min-w-0 flex-1 border-line px-6 pt-4 pb-10 max-lg:border-t lg:overflow-y-auto lg:border-l">
          <FreeBusy {...{ booking, locale }} words={words.form} meeting={known?.id} />
        </aside>
      </div>
    </form>
  )
}

function FormHead({
  data: { known, words, locale },
  title,
  cancel,
  booking,
  sending,
}: {
  data: MeetingFormData
  title: string
  cancel: string
  booking: Booking
  sending: boolean
}) {
  const published = known?.published ?? false
  return (
    <>
      <h1 className="min-w-0 truncate py-2 text-title">{title}</h1>
      <MissingLine booking={booking} locale={locale} words={words.form} />
      <div className="ml-auto flex items-center gap-2 py-2">
        <ButtonLink href={cancel} tone="quiet">
          {words.form.cancel}
        </ButtonLink>
        <Button
          type="submit"
          name="press"
          value="save"
          tone={published ? "primary" : "plain"}
          disabled={sending}
        >
          {words.form.save}
        </Button>
        {!published && (
          <Button
            type="submit"
            name="press"
            value="publish"
            tone="primary"
            icon="send-horizontal"
            disabled={sending}
          >
            {words.form.publish}
          </Button>
        )}
      </div>
    </>
  )
}

/** What a change of a meeting that comes again is about. */
function WhichOnes({
  data: {
    words: { form },
  },
  chosen = "one",
}: {
  data: MeetingFormData
  chosen: string | undefined
}) {
  return (
    <div className="mb-4 max-w-190">
      <Segmented
        name="which"
        label={form.which}
        options={[
          { value: "one", label: form.whichOne },
          { value: "following", label: form.whichFollowing },
          { value: "all", label: form.whichAll },
        ]}
        defaultValue={chosen}
        className="w-full"
      />
      <p className="mt-1 text-meta text-ink-3">{form.whichHint}</p>
    </div>
  )
}
