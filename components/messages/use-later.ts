"use client"

import { useCallback, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { ask, look, unreachable } from "@/components/messages/talk-requests"
import { fullTime } from "@/components/messages/talk-times"
import { type AskFirst, reachIn } from "@/components/messages/use-sending"
import type { Written } from "@/components/messages/use-written-message"
import { stopIn } from "@/components/outward/stopped"
import { filled } from "@/components/ui/filled"
import { toast } from "@/components/ui/toast"
import type { NewMessage } from "@/lib/messages/inputs"
import type { WayOut } from "@/lib/outward/inputs"

/**
 * 定时发送: hands a message over to be sent later and says what became of that; and how many wait.
 * @param first how many waited when the page was made
 * @param askFirst what its author has to say first
 * @param setAside keeps the words of what was refused
 */
export function useLater(
  first: number,
  askFirst: AskFirst,
  setAside: (input: NewMessage, refused: string) => void,
) {
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
  const later = async (written: Written, at: string, way: WayOut = {}): Promise<void> => {
    const input = { ...written, groupId: group.id }
    const answer = await ask("schedule", { ...input, ...way, at })
    if (answer === unreachable) return setAside(input, words.offline)
    const stop = stopIn(answer)
    const chosen = stop && (await askFirst.way(written.body.trim(), stop, true))
    if (chosen) return later(written, at, chosen)
    const reach = reachIn(answer)
    if (reach > 0 && (await askFirst.reach(reach)))
      return later({ ...written, confirmed: reach }, at, way)
    if (!answer.ok) return setAside(input, Object.values(answer.fields ?? {})[0] ?? answer.message)
    toast(filled(words.write.laterSet, { time: fullTime(setting, at) }))
    count()
  }
  return { later, waiting, count }
}
