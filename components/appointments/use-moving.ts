"use client"

import { startTransition, useState } from "react"
import type { MoveWords } from "@/components/appointments/move-words"
import { type Carried, inWords, type Place } from "@/components/appointments/moved-entry"
import { filled } from "@/components/ui/filled"
import { toast } from "@/components/ui/toast"
import { moveAppointmentAction } from "@/lib/appointments/actions"
import { changeTasksAction, restoreTasksAction } from "@/lib/tasks/actions"

export interface Asked {
  entry: Carried
  to: Place
}

const placeOf = ({ id, day }: Carried, { start, end }: Place, version: number) => ({
  ...{ id, version, ...(day && { day }) },
  ...{ start: start.toISOString(), end: (end ?? start).toISOString() },
})

/** Puts entries at other times: own appointments at once, due times once a reason is given. */
export function useMoving(words: MoveWords, zone: string) {
  const [said, setSaid] = useState("")
  const [asked, setAsked] = useState<Asked | null>(null)
  const sentence = (text: string, { entry, to }: Asked) =>
    filled(text, { name: entry.title, ...inWords(to, zone, words.locale) })

  const move = (entry: Carried, to: Place) => {
    if (+to.start === +entry.start) return
    if (entry.kind !== "appointment") return setAsked({ entry, to })
    startTransition(async () => {
      const answer = await moveAppointmentAction(placeOf(entry, to, entry.version))
      if (!answer.ok) return toast(answer.message)
      const done = sentence(words.moved, { entry, to })
      setSaid(done)
      const back = placeOf(entry, entry, answer.value)
      toast(done, {
        label: words.undo,
        run: () =>
          startTransition(async () => {
            const undone = await moveAppointmentAction(back)
            if (!undone.ok) toast(undone.message)
          }),
      })
    })
  }

  const give = async (reason: string): Promise<string | null> => {
    if (!asked) return null
    const { entry, to } = asked
    const input = { tasks: [entry.id], due: to.start.toISOString(), reason }
    const answer = await changeTasksAction(input)
    if (!answer.ok) return answer.fields?.reason ?? answer.message
    setAsked(null)
    const { before } = answer.value
    toast(sentence(words.moved, asked), {
      label: words.undo,
      run: () => startTransition(async () => void (await restoreTasksAction({ before, reason }))),
    })
    return null
  }
  return { said, say: setSaid, asked, setAsked, move, give, sentence }
}
