"use client"

import { useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { attendanceAction, outsiderAttendanceAction } from "@/lib/meetings/live-actions"

type How = "present" | "late" | "absent"

interface Given {
  id: number
  /** A colleague, or somebody of another company. */
  who: { person: number } | { outsider: number }
  value: How | null
  reason: string
  words: Record<How | "label" | "none" | "here" | "save" | "why", string>
}

/** 我到了: everybody says of themselves that they are there. */
export function HereForm({ id, who, value, words }: Omit<Given, "reason">) {
  const [answer, submit, sending] = useActionState(attendanceAction, null)
  if (value && value !== "absent")
    return <span className="text-meta text-ink-3">{words[value]}</span>
  return (
    <form action={submit}>
      <Hidden id={id} who={who} />
      <Button type="submit" name="attendance" value="present" disabled={sending}>
        {words.here}
      </Button>
      <Refusal answer={answer} />
    </form>
  )
}

/** 到会, 迟到 or 缺席 and why, by who leads. */
export function AttendanceForm({ id, who, value, reason, words }: Given) {
  const [answer, submit, sending] = useActionState(
    "outsider" in who ? outsiderAttendanceAction : attendanceAction,
    null,
  )
  /** Chosen here and not said yet: going through the choices says nothing. */
  const [chosen, setChosen] = useState<string | null>(null)
  const [why, setWhy] = useState(reason)
  const how = chosen ?? value ?? ""
  const absent = how === "absent"
  const differs = how !== (value ?? "") || (absent && why.trim() !== reason)
  return (
    <form action={submit} className="flex flex-wrap items-center justify-end gap-1">
      <Hidden id={id} who={who} />
      <select
        name="attendance"
        aria-label={words.label}
        value={how}
        onChange={(event) => setChosen(event.currentTarget.value)}
        className={`h-6 max-w-28 rounded-field border border-transparent bg-transparent text-right text-meta hover:border-line max-md:h-11 ${value && !absent ? "text-ink-2" : "text-support"}`}
      >
        {value === null && <option value="">{words.none}</option>}
        <option value="present">{words.present}</option>
        <option value="late">{words.late}</option>
        <option value="absent">{words.absent}</option>
      </select>
      {absent && (
        <Input
          name="reason"
          aria-label={`${words.label} ${words.why}`}
          placeholder={words.why}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          maxLength={500}
          className="h-6 w-32 text-meta max-md:h-11"
        />
      )}
      {how !== "" && differs && (
        <Button type="submit" disabled={sending}>
          {words.save}
        </Button>
      )}
      <noscript>
        {!absent && (
          <input name="reason" aria-label={words.why} placeholder={words.why} maxLength={500} />
        )}
        <button type="submit">{words.label}</button>
      </noscript>
      <Refusal answer={answer} />
    </form>
  )
}

const Hidden = ({ id, who }: Pick<Given, "id" | "who">) => (
  <>
    <input type="hidden" name="id" value={id} />
    {"person" in who ? (
      <input type="hidden" name="person" value={who.person} />
    ) : (
      <input type="hidden" name="outsider" value={who.outsider} />
    )}
  </>
)

const Refusal = ({ answer }: { answer: Awaited<ReturnType<typeof attendanceAction>> | null }) =>
  answer?.ok === false ? (
    <p role="alert" className="w-full text-meta text-cinnabar-ink">
      {answer.message}
    </p>
  ) : null
