"use client"

import { useActionState, useId } from "react"
import { Button } from "@/components/ui/button"
import { FormKey } from "@/components/ui/form-key"
import { instantMeetingAction } from "@/lib/meetings/actions"

/** 发起即时会议 with everybody of a group: one press. */
export function InstantButton({
  groupId,
  title,
  word,
}: {
  groupId: number
  title: string
  word: string
}) {
  const [answer, submit, sending] = useActionState(instantMeetingAction, null)
  const seed = useId()
  return (
    <form action={submit} className="flex items-center gap-2">
      <FormKey seed={seed} />
      <input type="hidden" name="title" value={title} />
      <input type="hidden" name="group" value={groupId} />
      {answer?.ok === false && (
        <span role="alert" className="text-meta text-cinnabar-ink">
          {answer.message}
        </span>
      )}
      <Button type="submit" icon="zap" disabled={sending}>
        {word}
      </Button>
    </form>
  )
}
