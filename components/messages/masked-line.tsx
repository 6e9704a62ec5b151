"use client"

import { useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { look } from "@/components/messages/talk-requests"
import { Icon } from "@/components/ui/icon"
import { toast } from "@/components/ui/toast"
import type { MessageView } from "@/lib/messages/view"

/** 已脱敏, with what was written one click away: for colleagues, never for who reads along. */
export function MaskedLine({ message: { id, version } }: { message: MessageView }) {
  const { stop, words } = useTalkSetting()
  const [shown, setShown] = useState<{ version: number; body: string } | null>(null)
  const open = shown?.version === version
  const toggle = async () => {
    if (open) return setShown(null)
    const found = await look<{ body: string }>("original", { message: id })
    if (found) setShown({ version, body: found.body })
    else toast(words.offline)
  }
  return (
    <div className="text-meta text-ink-3">
      <span className="inline-flex items-center gap-1.5">
        <Icon name="shield" size={12} />
        {stop.masked}
        <button
          type="button"
          aria-expanded={open}
          onClick={toggle}
          className="link one-word max-md:min-h-8"
        >
          {open ? stop.hide : stop.original}
        </button>
      </span>
      {open && (
        <p className="mt-1 max-w-160 rounded-field bg-sunken px-3 py-2 text-prose break-words whitespace-pre-wrap text-ink">
          {shown.body}
        </p>
      )}
    </div>
  )
}
