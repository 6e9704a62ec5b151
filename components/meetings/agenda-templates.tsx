"use client"

import { useState } from "react"
import type { MeetingFormData } from "@/components/meetings/form-types"
import type { Booking } from "@/components/meetings/use-booking"
import { Button, ButtonLink } from "@/components/ui/button"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { filled } from "@/components/ui/filled"
import { Input } from "@/components/ui/input"
import { Select } from "@/components/ui/select"
import { makeTemplateAction } from "@/lib/meetings/template-actions"

/** An agenda to begin with, and where the one that stands here is kept for others. */
export function AgendaTemplates({ data, booking }: { data: MeetingFormData; booking: Booking }) {
  const words = data.words.template
  const [kept, setKept] = useState("")
  return (
    <div className="needs-script flex flex-wrap items-center gap-2 py-2">
      {data.templates.length > 0 && (
        <Select
          aria-label={words.choose}
          value=""
          onChange={(event) => {
            const chosen = data.templates.find(({ id }) => String(id) === event.currentTarget.value)
            if (chosen) booking.takeTopics(chosen.topics)
          }}
          className="h-7 w-48"
        >
          <option value="">{words.choose}</option>
          {data.templates.map(({ id, name, shared }) => (
            <option key={id} value={id}>
              {shared ? `${name} · ${words.forAll}` : name}
            </option>
          ))}
        </Select>
      )}
      {booking.named.length > 0 && (
        <Keep data={data} booking={booking} onKept={(name) => setKept(name)} />
      )}
      {kept !== "" && (
        <span role="status" className="text-meta text-done">
          {filled(words.kept, { name: kept })}
        </span>
      )}
      <ButtonLink href="/meetings/templates" tone="quiet" className="ml-auto">
        {words.manage}
      </ButtonLink>
    </div>
  )
}

function Keep({
  data,
  booking,
  onKept,
}: {
  data: MeetingFormData
  booking: Booking
  onKept: (name: string) => void
}) {
  const words = data.words.template
  const [name, setName] = useState("")
  const [shared, setShared] = useState(false)
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState("")
  const keep = async () => {
    const topics = booking.named.map(({ title, goal, minutes }) => ({ title, goal, minutes }))
    const answer = await makeTemplateAction({ name, shared: String(shared), topics })
    setProblem(answer.ok ? "" : (Object.values(answer.fields ?? {})[0] ?? answer.message))
    if (!answer.ok) return
    setOpen(false)
    onKept(name)
  }
  if (!open)
    return (
      <Button tone="quiet" icon="bookmark" onClick={() => setOpen(true)}>
        {words.keep}
      </Button>
    )
  return (
    <>
      <Input
        aria-label={words.name}
        placeholder={words.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        // Enter keeps the agenda; the form around it isn't sent by it.
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return
          event.preventDefault()
          void keep()
        }}
        maxLength={100}
        className="h-7 w-44"
      />
      {data.mayShare && (
        <CheckboxLabel
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        >
          {words.shared}
        </CheckboxLabel>
      )}
      <Button onClick={keep} disabled={name.trim() === ""}>
        {words.save}
      </Button>
      {problem !== "" && (
        <span role="alert" className="text-meta text-cinnabar-ink">
          {problem}
        </span>
      )}
    </>
  )
}
