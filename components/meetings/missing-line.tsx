"use client"

import type { MeetingFormData } from "@/components/meetings/form-types"
import type { Booking } from "@/components/meetings/use-booking"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import type { Locale } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"

/** What is missing before it can be published, in one sentence; nothing is locked by it. */
export function MissingLine({
  booking,
  locale,
  words,
}: {
  booking: Booking
  locale: Locale
  words: MeetingFormData["words"]["form"]
}) {
  const { named, over } = booking
  const aimless = named.findIndex(({ goal }) => goal.trim() === "")
  const missing = [
    ...(named.length === 0 ? [words.missingTopic] : []),
    ...(over > 0 ? [filled(words.missingOver, { over })] : []),
    ...(aimless >= 0 ? [filled(words.missingGoal, { n: aimless + 1 })] : []),
  ]
  if (missing.length === 0) return null
  return (
    <p
      role="status"
      className="flex min-w-0 items-center gap-1.5 text-control text-support max-md:w-full"
    >
      <Icon name="circle-alert" size={14} />
      <span>
        {filled(words.missing, { count: missing.length, what: enumerated(missing, locale) })}
      </span>
    </p>
  )
}
