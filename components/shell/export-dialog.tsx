"use client"

import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { Icon } from "@/components/ui/icon"
import type { ToldOfExport } from "@/lib/platform/export-answer"

/** What is in a file that is about to be fetched, and the ways to have it; `null` is 取消. */
export default function ExportDialog({
  told: { said, words },
  onChoose,
}: {
  told: ToldOfExport
  onChoose: (way: "masked" | "plain" | null) => void
}) {
  return (
    <Dialog
      open
      onOpenChange={() => onChoose(null)}
      size="s"
      title={words.title}
      closeLabel={words.close}
    >
      <DialogBody>
        <p className="flex items-start gap-2 text-ui">
          <Icon name="shield" className="mt-0.5 shrink-0 text-support" />
          {said}
        </p>
        <p className="mt-2 pl-6 text-meta text-ink-2">{words.note}</p>
      </DialogBody>
      <DialogFoot>
        <Button size="m" tone="quiet" onClick={() => onChoose(null)}>
          {words.cancel}
        </Button>
        <Button size="m" onClick={() => onChoose("plain")}>
          {words.plain}
        </Button>
        <Button size="m" tone="primary" onClick={() => onChoose("masked")}>
          {words.masked}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
