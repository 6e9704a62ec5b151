"use client"

import { useActionState } from "react"
import { stopIn } from "@/components/outward/stopped"
import { type OutwardWords, WaysOut } from "@/components/outward/ways-out"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { publishMeetingAction } from "@/lib/meetings/actions"

/** 发布, with the reason beside it when it comes less than a day ahead. */
export function PublishForm({
  id,
  late,
  text,
  outward,
  words,
}: {
  id: number
  late: boolean
  /** What people of other companies will read of it. */
  text: string
  outward: OutwardWords
  words: { publish: string; reason: string; hint: string }
}) {
  const [answer, submit, sending] = useActionState(publishMeetingAction, null)
  const failed = answer?.ok === false ? answer : undefined
  const field = Object.values(failed?.fields ?? {})[0]
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={id} />
      {late && (
        <Input
          name="reason"
          aria-label={words.reason}
          placeholder={`${words.reason}（${words.hint}）`}
          maxLength={500}
          defaultValue={failed?.typed?.reason}
          className="h-7 w-72 max-md:w-full"
        />
      )}
      <Button type="submit" tone="primary" icon="send-horizontal" disabled={sending}>
        {words.publish}
      </Button>
      {failed && !stopIn(failed) && (
        <span role="alert" className="w-full text-right text-meta text-cinnabar-ink">
          {field ?? failed.message}
        </span>
      )}
      <WaysOut answer={answer} text={text} words={outward} />
    </form>
  )
}
