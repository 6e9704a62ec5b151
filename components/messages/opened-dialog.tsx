"use client"

import { PassOnDialog } from "@/components/messages/pass-on-dialog"
import { EditDialog, ReachDialog } from "@/components/messages/talk-dialogs"
import { VersionsDialog } from "@/components/messages/versions-dialog"
import { WayDialog } from "@/components/messages/way-dialog"
import type { MessageView } from "@/lib/messages/view"
import type { WayOut } from "@/lib/outward/inputs"
import type { Stop } from "@/lib/outward/stop"

/** The one dialog that a conversation has open. */
export type Open =
  | { what: "edit" | "versions" | "forward" | "move"; message: MessageView }
  | { what: "reach"; reach: number; answer: (agreed: boolean) => void }
  | {
      what: "outward"
      text: string
      stop: Stop
      onlyMask?: boolean | undefined
      answer: (way: WayOut | null) => void
    }
  | null

export function OpenedDialog({ open, onClose }: { open: Open; onClose: () => void }) {
  if (!open) return null
  if (open.what === "reach")
    return (
      <ReachDialog
        reach={open.reach}
        onAnswer={(agreed) => {
          open.answer(agreed)
          onClose()
        }}
      />
    )
  if (open.what === "outward")
    return (
      <WayDialog
        {...open}
        onChoose={(way) => {
          open.answer(way)
          onClose()
        }}
      />
    )
  if (open.what === "edit") return <EditDialog message={open.message} onClose={onClose} />
  if (open.what === "versions") return <VersionsDialog message={open.message} onClose={onClose} />
  return <PassOnDialog message={open.message} verb={open.what} onClose={onClose} />
}
