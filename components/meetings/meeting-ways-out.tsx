"use client"

import type { MeetingFormData } from "@/components/meetings/form-types"
import { stopIn } from "@/components/outward/stopped"
import { WaysOut } from "@/components/outward/ways-out"
import { textOutside } from "@/lib/meetings/outside-text"
import { mostTopics } from "@/lib/meetings/topic-fields"
import type { Result } from "@/lib/platform/result"

/** What people of other companies would read of the meeting, where that stopped it, and the ways out. */
export function MeetingWaysOut({
  answer,
  data: { guests, stop, help },
}: {
  answer: Result<unknown> | null
  data: MeetingFormData
}) {
  const typed = (answer?.ok === false && answer.typed) || {}
  if (!answer || answer.ok || !(stopIn(answer) || answer.fields?.outwardReason)) return null
  const { title = "", place = "", online = "" } = typed
  const topics = Array.from({ length: mostTopics }, (_, at) => ({
    title: typed[`topic${at + 1}`] ?? "",
  })).filter((topic) => topic.title.trim() !== "")
  return (
    <>
      {/* The ways out are buttons of this form: which one was pressed before would be lost. */}
      <input type="hidden" name="stopped" value={typed.stopped ?? typed.press ?? "save"} />
      <WaysOut
        answer={answer}
        text={textOutside({ title, place, online, topics }, guests)}
        words={{ stop, kinds: help.sensitive.kinds }}
      />
    </>
  )
}
