"use client"

import { useRouter } from "next/navigation"
import { useTransition } from "react"
import { Button } from "@/components/ui/button"
import { toast } from "@/components/ui/toast"
import { cancelAppointmentAction, restoreAppointmentAction } from "@/lib/appointments/actions"

/** Takes it out of the calendar at once; the toast takes that back. */
export function DeleteButton({
  id,
  day,
  word,
  words,
}: {
  id: number
  /** Only this occurrence. */
  day?: string
  word: string
  words: { done: string; undo: string }
}) {
  const router = useRouter()
  const [sending, start] = useTransition()
  const which = { id, ...(day && { day }) }
  const restore = () =>
    start(async () => {
      const answer = await restoreAppointmentAction(which)
      if (!answer.ok) toast(answer.message)
      router.refresh()
    })
  const remove = () =>
    start(async () => {
      const answer = await cancelAppointmentAction(which)
      if (!answer.ok) return toast(answer.message)
      router.push("/calendar")
      toast(words.done, { label: words.undo, run: restore })
    })
  return (
    <Button tone="danger" size="m" disabled={sending} onClick={remove}>
      {word}
    </Button>
  )
}
