"use client"

import { useEffect, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { look } from "@/components/messages/talk-requests"
import { fullTime } from "@/components/messages/talk-times"
import { Dialog } from "@/components/ui/dialog"
import { DialogBody } from "@/components/ui/dialog-parts"
import type { MessageView } from "@/lib/messages/view"

interface Version {
  body: string
  /** Since when it said that. */
  at: string
}

/** 修改记录: what a message says and what it said before, the newest first. */
export function VersionsDialog({
  message,
  onClose,
}: {
  message: MessageView
  onClose: () => void
}) {
  const setting = useTalkSetting()
  const { words } = setting
  const [versions, setVersions] = useState<readonly Version[]>([])
  useEffect(() => {
    void look<Version[]>("versions", { message: message.id }).then((found) =>
      setVersions((found ?? []).toReversed()),
    )
  }, [message.id])
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="m"
      title={words.versions.title}
      closeLabel={words.confirm.close}
    >
      <DialogBody>
        <ol className="divide-y divide-line-soft">
          {versions.map(({ body, at }, place) => (
            <li key={at} className="py-2.5 first:pt-0">
              <p className="text-meta text-ink-3">
                <time dateTime={at}>{fullTime(setting, at)}</time>
                {place === 0 && <span className="ml-2">{words.versions.now}</span>}
              </p>
              <p className="mt-0.5 text-prose break-words whitespace-pre-wrap">{body}</p>
            </li>
          ))}
        </ol>
      </DialogBody>
    </Dialog>
  )
}
