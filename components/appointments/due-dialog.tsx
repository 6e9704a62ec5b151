"use client"

import { useState, useTransition } from "react"
import type { MoveWords } from "@/components/appointments/move-words"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { InputField } from "@/components/ui/input"

/** Why a task is due at another time: the change asks for it wherever it is made. */
export function DueDialog({
  title,
  words,
  give,
  onClose,
}: {
  title: string
  words: MoveWords
  give: (reason: string) => Promise<string | null>
  onClose: () => void
}) {
  const [error, setError] = useState<string | null>(null)
  const [sending, start] = useTransition()
  const submit = (data: FormData) =>
    start(async () => setError(await give(String(data.get("reason") ?? ""))))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      closeLabel={words.cancel}
      size="s"
    >
      <form action={submit} className="contents">
        <DialogBody>
          <InputField
            name="reason"
            label={words.reason}
            error={error ?? undefined}
            maxLength={500}
            required
            autoFocus
          />
        </DialogBody>
        <DialogFoot>
          <Button tone="quiet" size="m" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" tone="primary" size="m" disabled={sending}>
            {words.save}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
