"use client"

import { useEffect, useRef } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { clockOf } from "@/components/messages/talk-times"
import type { Pending } from "@/components/messages/unsent"
import { Button } from "@/components/ui/button"
import { Face } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"

/** A message on its way. Refused ones stay with their words until somebody decides. */
export function PendingRow({
  pending,
  onRetry,
  onDrop,
}: {
  pending: Pending
  onRetry: (key: string) => void
  onDrop: (key: string) => void
}) {
  const setting = useTalkSetting()
  const { words, me } = setting
  const { key, input, at, id, refused } = pending
  const row = useRef<HTMLDivElement>(null)
  // Its buttons would lie below the edge of the stream.
  useEffect(() => {
    if (refused) row.current?.scrollIntoView({ block: "nearest" })
  }, [refused])
  return (
    <div ref={row} className="flex scroll-mb-3 gap-3 px-5 py-2 max-md:px-4" data-pending={key}>
      <Face person={me} size={32} />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 text-meta text-ink-3">
          <span className="one-word text-ui font-semibold text-ink">{me.name}</span>
          <time dateTime={at}>{clockOf(setting, at)}</time>
          {!refused && id === undefined && (
            <Icon name="clock" size={12} label={words.pending.sending} />
          )}
        </p>
        <p
          data-unsent={id === undefined ? words.pending.failed : undefined}
          className={`mt-0.5 text-prose break-words whitespace-pre-wrap ${refused ? "text-ink-3" : ""}`}
        >
          {input.body || words.quotedFile}
        </p>
        {refused && (
          <div
            role="alert"
            className="mt-1 flex flex-wrap items-center gap-2 text-meta text-cinnabar-ink"
          >
            <Icon name="circle-alert" size={14} />
            <span className="font-semibold">{words.pending.failed}</span>
            <span>{refused}</span>
            <Button onClick={() => onRetry(key)}>{words.pending.retry}</Button>
            <Button tone="quiet" onClick={() => onDrop(key)}>
              {words.pending.drop}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
