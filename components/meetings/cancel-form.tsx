"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { Input } from "@/components/ui/input"
import { Segmented } from "@/components/ui/segmented"
import { cancelMeetingAction } from "@/lib/meetings/actions"

/** 取消会议: opens for the reason, which everybody invited reads. */
export function CancelForm({
  id,
  series,
  words,
}: {
  id: number
  series: boolean
  words: {
    which: string
    one: string
    following: string
    cancel: string
    why: string
    note: string
  }
}) {
  const [answer, submit, sending] = useActionState(cancelMeetingAction, null)
  return (
    <details className="relative">
      <summary className="button button-quiet button-s cursor-pointer list-none">
        {words.cancel}
      </summary>
      <form
        action={submit}
        className="absolute right-0 z-30 mt-1 grid w-80 gap-2 rounded-box border border-line bg-raised p-3 shadow-raised"
      >
        <input type="hidden" name="id" value={id} />
        <Input
          name="reason"
          aria-label={words.why}
          placeholder={words.why}
          required
          maxLength={500}
        />
        {series && (
          <Segmented
            name="which"
            label={words.which}
            options={[
              { value: "one", label: words.one },
              { value: "following", label: words.following },
            ]}
            defaultValue="one"
          />
        )}
        <span className="text-meta text-ink-2">{words.note}</span>
        {answer?.ok === false && (
          <span role="alert" className="text-meta text-cinnabar-ink">
            {answer.message}
          </span>
        )}
        <Button type="submit" tone="danger" disabled={sending}>
          {words.cancel}
        </Button>
      </form>
    </details>
  )
}
