"use client"

import { useRouter } from "next/navigation"
import { type FormEvent, type ReactNode, useActionState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { FormError } from "@/components/ui/form-error"
import { dangerItem } from "@/components/ui/menu-look"
import { Popover } from "@/components/ui/popover"
import { toast } from "@/components/ui/toast"
import { cancelAppointmentAction, restoreAppointmentAction } from "@/lib/appointments/actions"
import type { Which } from "@/lib/appointments/inputs"

interface Deleting {
  id: number
  /** The day of the calendar that is shown then. */
  back: string
  words: { delete: string; done: string; undo: string }
  /** Of one that comes again: the occurrence that is shown, and what may go with it. */
  of?: { day: string; options: { value: Which; label: string }[] } | undefined
}

const place = "delete-appointment"

/** Stands in the form of the appointment; what it presses lies beside that form. */
export function DeleteButton({ words, of }: Pick<Deleting, "words" | "of">) {
  const presses = of ? { popoverTarget: place } : { type: "submit" as const, form: place }
  return (
    <Button tone="danger" size="m" {...presses}>
      {words.delete}
    </Button>
  )
}

/** Takes it out of the calendar, or what is chosen of it; with script a toast takes that back. */
export function DeleteForms({ id, back, words, of }: Deleting) {
  if (!of) return <DeletePart part={{ id: String(id) }} back={back} words={words} />
  return (
    <Popover id={place} label={words.delete} place="by-opener">
      {of.options.map(({ value, label }) => (
        <DeletePart
          key={value}
          part={{ id: String(id), day: of.day, which: value }}
          back={back}
          words={words}
        >
          <button type="submit" className={`${dangerItem} hover:bg-hover`}>
            {label}
          </button>
        </DeletePart>
      ))}
    </Popover>
  )
}

type Part = { id: string; day?: string; which?: Which }

function DeletePart({
  part,
  back,
  words,
  children,
}: {
  part: Part
  children?: ReactNode
} & Pick<Deleting, "back" | "words">) {
  const router = useRouter()
  const [answer, submit] = useActionState(cancelAppointmentAction, null)
  const [, start] = useTransition()
  const restore = (until: string | null) =>
    start(async () => {
      const undone = await restoreAppointmentAction({ ...part, ...(until && { until }) })
      if (!undone.ok) toast(undone.message)
      router.refresh()
    })
  const remove = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const done = await cancelAppointmentAction(part)
      if (!done.ok) return toast(done.message)
      router.push(`/calendar?date=${back}`)
      toast(words.done, { label: words.undo, run: () => restore(done.value) })
    })
  }
  return (
    <form id={children ? undefined : place} action={submit} onSubmit={remove}>
      {Object.entries({ ...part, back }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      {children}
    </form>
  )
}
