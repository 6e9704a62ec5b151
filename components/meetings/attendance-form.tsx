"use client"

import { useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { attendanceAction } from "@/lib/meetings/live-actions"

type How = "present" | "late" | "absent"

/** 到会, 迟到 or 缺席, by who leads; everybody says of themselves that they are there. */
export function AttendanceForm({
  id,
  person,
  value,
  own,
  words,
}: {
  id: number
  person: number
  value: How | null
  own: boolean
  words: Record<How | "label" | "none" | "here" | "save", string>
}) {
  const [answer, submit, sending] = useActionState(attendanceAction, null)
  /** Chosen here and not said yet: going through the choices says nothing. */
  const [chosen, setChosen] = useState<string | null>(null)
  const refusal = answer?.ok === false && (
    <p role="alert" className="w-full text-meta text-cinnabar-ink">
      {answer.message}
    </p>
  )
  const hidden = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="person" value={person} />
    </>
  )
  if (own)
    return value && value !== "absent" ? (
      <span className="text-meta text-ink-3">{words[value]}</span>
    ) : (
      <form action={submit}>
        {hidden}
        <Button type="submit" name="attendance" value="present" disabled={sending}>
          {words.here}
        </Button>
        {refusal}
      </form>
    )
  return (
    <form action={submit} className="flex flex-wrap items-center justify-end gap-1">
      {hidden}
      <select
        name="attendance"
        aria-label={words.label}
        value={chosen ?? value ?? ""}
        onChange={(event) => setChosen(event.currentTarget.value)}
        className={`h-6 max-w-28 rounded-field border border-transparent bg-transparent text-right text-meta hover:border-line max-md:h-11 ${value && value !== "absent" ? "text-ink-2" : "text-support"}`}
      >
        {value === null && <option value="">{words.none}</option>}
        <option value="present">{words.present}</option>
        <option value="late">{words.late}</option>
        <option value="absent">{words.absent}</option>
      </select>
      {chosen !== null && chosen !== "" && chosen !== value && (
        <Button type="submit" disabled={sending}>
          {words.save}
        </Button>
      )}
      <noscript>
        <button type="submit">{words.label}</button>
      </noscript>
      {refusal}
    </form>
  )
}
