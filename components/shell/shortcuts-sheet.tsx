"use client"

import { useState } from "react"
import type { SheetWords } from "@/components/shell/frame-words"
import { listShortcuts } from "@/components/shell/shortcuts"
import { ShortcutsList } from "@/components/shell/shortcuts-list"
import { Dialog } from "@/components/ui/dialog"
import { DialogBody } from "@/components/ui/dialog-parts"

/** Every key of this page, searchable. */
export default function ShortcutsSheet({
  words,
  onClose,
}: {
  words: SheetWords
  onClose: () => void
}) {
  const [all] = useState(() => listShortcuts(words.here))
  return (
    <Dialog open onOpenChange={onClose} title={words.title} closeLabel={words.close}>
      <DialogBody>
        <ShortcutsList all={all} words={words} />
      </DialogBody>
    </Dialog>
  )
}
