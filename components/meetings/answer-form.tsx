"use client"

import { useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { FieldError } from "@/components/ui/field"
import { Input } from "@/components/ui/input"
import { answerMeetingAction } from "@/lib/meetings/actions"

const answers = ["yes", "no", "maybe"] as const
type Answer = (typeof answers)[number]

/** 参加 / 不参加 / 待定: one press; not to come asks why. */
export function AnswerForm({
  id,
  value,
  reason,
  series,
  words,
}: {
  id: number
  value: Answer | null
  reason: string
  /** One of many: the answer may be meant for all that follow. */
  series: boolean
  words: Record<Answer | "standing" | "label" | "why" | "whyHint", string>
}) {
  const [answer, submit, sending] = useActionState(answerMeetingAction, null)
  const [why, setWhy] = useState(reason)
  const failed = answer?.ok === false ? answer : undefined
  return (
    <form
      action={submit}
      aria-label={words.label}
      className="mt-5 flex flex-wrap items-center gap-2 border-y border-line py-3"
    >
      <input type="hidden" name="id" value={id} />
      <span className="mr-1 text-control font-semibold">{words.label}</span>
      {answers.map((each) => (
        <Button
          key={each}
          type="submit"
          name="answer"
          value={each}
          aria-pressed={value === each}
          tone={value === null && each === "yes" ? "primary" : "plain"}
          icon={value === each ? "check" : undefined}
          disabled={sending}
        >
          {words[each]}
        </Button>
      ))}
      <Input
        name="reason"
        aria-label={words.why}
        placeholder={words.whyHint}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        maxLength={500}
        className="h-7 w-60 max-md:w-full"
      />
      {series && (
        <CheckboxLabel name="standing" value="true">
          {words.standing}
        </CheckboxLabel>
      )}
      {failed && (
        <span className="w-full">
          <FieldError>{failed.fields?.reason ?? failed.message}</FieldError>
        </span>
      )}
    </form>
  )
}
