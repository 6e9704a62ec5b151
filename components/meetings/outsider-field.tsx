"use client"

import type { Given } from "@/components/meetings/meeting-fields"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { TextareaField } from "@/components/ui/textarea"

/** 外部人员: names with addresses, and what they will read once it is published. */
export function OutsiderField({ data, booking, errors, typed }: Given) {
  const { field, form } = data.words
  const { outsiders } = booking
  const written = typed.outsiders ?? data.start.outsiders
  return (
    <details className="md:col-span-2" open={Boolean(written || errors.outsiders)}>
      <summary className="flex min-h-8 cursor-pointer items-center gap-1.5 text-control text-ink-2 hover:text-ink max-md:min-h-11">
        <Icon name="user-plus" size={14} />
        {form.inviteOutsiders}
      </summary>
      <TextareaField
        name="outsiders"
        label={field.outsiders}
        hint={form.outsidersHint}
        error={errors.outsiders}
        defaultValue={written}
        onChange={(event) => booking.setOutsiders(event.currentTarget.value)}
        maxLength={6_000}
        rows={2}
      />
      {outsiders > 0 && (
        <p role="status" className="mt-1.5 flex items-center gap-1.5 text-control text-outside">
          <Icon name="globe" size={14} />
          {filled(form.outsidersRead, { count: outsiders })}
        </p>
      )}
    </details>
  )
}
