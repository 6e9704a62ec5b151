"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { publishMeetingAction } from "@/lib/meetings/actions"

/** 发布, with the reason beside it when it comes less than a day ahead. */
export function PublishForm({
  id,
  late,
  words,
}: {
  id: number
  late: boolean
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
          className="h-7 w-72 max-md:w-full"
        />
      )}
      <Button type="submit" tone="primary" icon="send-horizontal" disabled={sending}>
        {words.publish}
      </Button>
      {failed && (
        <span role="alert" className="w-full text-right text-meta text-cinnabar-ink">
          {field ?? failed.message}
        </span>
      )}
    </form>
  )
}
