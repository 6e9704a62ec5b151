"use client"

import { startTransition, useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { Dialog, DialogClose } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { FormError } from "@/components/ui/form-error"
import { InputField } from "@/components/ui/input"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import { toast } from "@/components/ui/toast"
import { endSeriesAction, repeatTaskAction } from "@/lib/tasks/series-actions"

type Choice = { value: string; label: string }

interface Repeated {
  id: number
  start: { every: string; interval: number; on: readonly string[]; until: string }
  /** Whether it comes again already. */
  repeats: boolean
  choices: Choice[]
  weekdays: Choice[]
  words: Record<
    | "set"
    | "title"
    | "every"
    | "interval"
    | "on"
    | "until"
    | "note"
    | "end"
    | "save"
    | "cancel"
    | "close",
    string
  >
}

/** 重复: by day, working day, week or month, perhaps until a day. */
export function RepeatDialog(repeated: Repeated) {
  const { id, words } = repeated
  const [open, setOpen] = useState(false)
  const [answer, submit, sending] = useActionState(async (before: unknown, form: FormData) => {
    const result = await repeatTaskAction(before, form)
    if (result.ok) setOpen(false)
    return result
  }, null)
  const end = () =>
    startTransition(async () => {
      const result = await endSeriesAction({ id })
      if (result.ok) setOpen(false)
      else toast(result.message)
    })
  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      size="s"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="link needs-script text-control max-md:min-h-11">
          {words.set}
        </button>
      }
    >
      <form action={submit} className="flex min-h-0 flex-col">
        <input type="hidden" name="id" value={id} />
        <DialogBody>
          {answer?.ok === false && <FormError>{answer.fields?.every ?? answer.message}</FormError>}
          <RepeatFields {...repeated} />
        </DialogBody>
        <DialogFoot
          note={
            repeated.repeats && (
              <Button tone="danger" size="m" onClick={end}>
                {words.end}
              </Button>
            )
          }
        >
          <DialogClose asChild>
            <Button tone="quiet" size="m">
              {words.cancel}
            </Button>
          </DialogClose>
          <Button type="submit" tone="primary" size="m" disabled={sending}>
            {words.save}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

function RepeatFields({ start, choices, weekdays, words }: Repeated) {
  const [every, setEvery] = useState(start.every)
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-[1fr_6rem] gap-4">
        <SelectField
          name="every"
          label={words.every}
          defaultValue={start.every}
          onChange={(event) => setEvery(event.currentTarget.value)}
        >
          <Options of={choices} />
        </SelectField>
        <InputField
          type="number"
          name="interval"
          label={words.interval}
          min={1}
          max={99}
          required
          defaultValue={start.interval}
        />
      </div>
      {every === "week" && (
        <fieldset className="flex flex-wrap gap-x-4 gap-y-2">
          <legend className="mb-1 text-control text-ink-2">{words.on}</legend>
          {weekdays.map(({ value, label }) => (
            <CheckboxLabel
              key={value}
              name="on[]"
              value={value}
              defaultChecked={start.on.includes(value)}
              className="max-md:min-h-11"
            >
              {label}
            </CheckboxLabel>
          ))}
        </fieldset>
      )}
      <InputField type="date" name="until" label={words.until} defaultValue={start.until} />
      <p className="text-meta text-ink-3">{words.note}</p>
    </div>
  )
}
