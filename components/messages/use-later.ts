"use client"

import { useCallback, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { ask, look, unreachable } from "@/components/messages/talk-requests"
import { fullTime } from "@/components/messages/talk-times"
import type { Written } from "@/components/messages/use-written-message"
import { filled } from "@/components/ui/filled"
import { toast } from "@/components/ui/toast"

/**
 * 定时发送: hands a message over to be sent later and says what became of that; and how many wait.
 * @param first how many waited when the page was made
 */
export function useLater(first: number) {
  const setting = useTalkSetting()
  const { group, words } = setting
  const [waiting, setWaiting] = useState(first)
  const count = useCallback(
    () =>
      void look<{ count: number }>("waiting", { group: group.id }).then(
        (found) => found && setWaiting(found.count),
      ),
    [group.id],
  )
  const later = async (written: Written, at: string) => {
    const answer = await ask("schedule", { ...written, groupId: group.id, at })
    if (answer === unreachable) return toast(words.offline)
    if (!answer.ok) return toast(Object.values(answer.fields ?? {})[0] ?? answer.message)
    toast(filled(words.write.laterSet, { time: fullTime(setting, at) }))
    count()
  }
  return { later, waiting, count }
}
