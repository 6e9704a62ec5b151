"use client"

import { useTalkSetting } from "@/components/messages/talk-context"
import { ask, unreachable } from "@/components/messages/talk-requests"
import { fullTime } from "@/components/messages/talk-times"
import type { Written } from "@/components/messages/use-written-message"
import { filled } from "@/components/ui/filled"
import { toast } from "@/components/ui/toast"

/** 定时发送: hands a message over to be sent later, and says what became of that. */
export function useLater() {
  const setting = useTalkSetting()
  const { group, words } = setting
  return async (written: Written, at: string) => {
    const answer = await ask("schedule", { ...written, groupId: group.id, at })
    if (answer === unreachable) toast(words.offline)
    else if (answer.ok) toast(filled(words.write.laterSet, { time: fullTime(setting, at) }))
    else toast(Object.values(answer.fields ?? {})[0] ?? answer.message)
  }
}
