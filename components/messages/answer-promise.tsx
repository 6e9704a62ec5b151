"use client"

import { useEffect, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { look } from "@/components/messages/talk-requests"
import { clockOf, dayOf, fullTime } from "@/components/messages/talk-times"
import type { Urgency } from "@/components/messages/use-written-message"
import { filled } from "@/components/ui/filled"

const again = 60_000

/** 「一般消息，13:48 前答复」: what who is asked is held to, from now on. */
export function AnswerPromise({ urgency, asking }: { urgency: Urgency; asking: boolean }) {
  const setting = useTalkSetting()
  const { words, group } = setting
  const [by, setBy] = useState(setting.answeredBy)
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return
      const found = await look<{ by: string }>("promise", { group: group.id })
      if (found) setBy(found.by)
    }, again)
    return () => clearInterval(timer)
  }, [group.id])
  const today = dayOf(setting, by) === dayOf(setting, new Date())
  const values = {
    minutes: group.urgentMinutes,
    time: today ? clockOf(setting, by) : fullTime(setting, by),
  }
  const { promise, promiseUrgent, promiseDirect, short } = words.write
  const direct = group.kind === "direct" && !asking
  const [whole, brief] =
    urgency === "urgent"
      ? [promiseUrgent, short.urgent]
      : direct
        ? [promiseDirect, short.direct]
        : [promise, short.promise]
  return (
    <>
      <span className="max-md:hidden" suppressHydrationWarning>
        {filled(whole, values)}
      </span>
      <span className="md:hidden" suppressHydrationWarning>
        {filled(brief, values)}
      </span>
    </>
  )
}
