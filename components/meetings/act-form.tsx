"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import type { IconName } from "@/components/ui/icon-names"
import {
  endMeetingAction,
  extendTopicAction,
  moveTopicAction,
  startMeetingAction,
} from "@/lib/meetings/live-actions"

const actions = {
  start: startMeetingAction,
  end: endMeetingAction,
  topic: moveTopicAction,
  extend: extendTopicAction,
}

/** One button that moves a meeting on: a form, which works without a script. */
export function ActForm({
  does,
  id,
  topic,
  word,
  label,
  tone = "plain",
  icon,
}: {
  does: keyof typeof actions
  id: number
  topic?: number
  word: string
  label?: string
  tone?: "primary" | "plain" | "danger" | "quiet" | "text"
  icon?: IconName
}) {
  const [answer, submit, sending] = useActionState(actions[does], null)
  return (
    <form action={submit} className="flex items-center gap-2">
      <input type="hidden" name="id" value={id} />
      {topic !== undefined && <input type="hidden" name="topic" value={topic} />}
      {tone === "text" ? (
        <button
          type="submit"
          aria-label={label}
          title={label}
          disabled={sending}
          className="text-left hover:underline max-md:-my-3 max-md:py-3"
        >
          {word}
        </button>
      ) : (
        <Button type="submit" tone={tone} icon={icon} aria-label={label} disabled={sending}>
          {word}
        </Button>
      )}
      {answer?.ok === false && (
        <span role="alert" className="text-meta text-cinnabar-ink">
          {answer.message}
        </span>
      )}
    </form>
  )
}
