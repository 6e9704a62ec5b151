"use client"

import type { AskSupportWords } from "@/components/tasks/ask-support"
import { Button } from "@/components/ui/button"
import { Dialog, DialogClose } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { InputField } from "@/components/ui/input"

/** Who or what a task needs, asked before it moves to 需支持; closing it leaves the task as it was. */
export function AskDialog({
  name,
  words,
  onAsk,
  onCancel,
}: {
  name: string
  words: AskSupportWords
  onAsk: (support: string) => void
  onCancel: () => void
}) {
  return (
    <Dialog open title={name} closeLabel={words.cancel} size="s" onOpenChange={onCancel}>
      <form
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault()
          onAsk(String(new FormData(event.currentTarget).get("support") ?? ""))
        }}
      >
        <DialogBody>
          <InputField
            name="support"
            label={words.need}
            placeholder={words.hint}
            maxLength={500}
            required
          />
        </DialogBody>
        <DialogFoot>
          <DialogClose asChild>
            <Button tone="quiet" size="m">
              {words.cancel}
            </Button>
          </DialogClose>
          <Button type="submit" tone="primary" size="m">
            {words.ask}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
