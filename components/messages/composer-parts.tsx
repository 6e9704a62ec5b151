"use client"

import { useTalkSetting } from "@/components/messages/talk-context"
import type { Mention } from "@/components/messages/use-mentions"
import type { Upload } from "@/components/messages/use-uploads"
import { longest } from "@/components/messages/use-written-message"
import { TokenChip } from "@/components/ui/chip"
import { cx } from "@/components/ui/cx"
import { FileName } from "@/components/ui/file-name"
import { filled } from "@/components/ui/filled"
import type { MessageView } from "@/lib/messages/view"

/** Who is mentioned and why, as it will stand in the message. */
export function Reasons({ mentions }: { mentions: readonly Mention[] }) {
  if (mentions.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5 px-3.5 pb-1.5">
      {mentions.map(({ personId, name, reason }) => (
        <li
          key={personId}
          className="one-word inline-flex h-5.5 max-w-full items-center rounded-chip bg-accent-wash px-1.5 text-meta text-accent-ink"
        >
          <span className="font-semibold">@{name}</span>
          <span className="mx-1.5 h-3 w-px bg-accent opacity-40" />
          <span className="truncate text-ink">{reason}</span>
        </li>
      ))}
    </ul>
  )
}

/** The message that is quoted, until it is let go. */
export function Quoted({ quote, onDrop }: { quote: MessageView; onDrop: () => void }) {
  const { words } = useTalkSetting()
  return (
    <p className="flex px-2.5 pt-2">
      <TokenChip removeLabel={words.write.cancel} onRemove={onDrop}>
        {filled(words.quoted, {
          name: quote.guest
            ? filled(words.outsider, { name: quote.author.name })
            : quote.author.name,
        })}
      </TokenChip>
    </p>
  )
}

/** Files on their way, and what became of them. */
export function Files({
  uploads,
  drop,
}: {
  uploads: readonly Upload[]
  drop: (key: string) => void
}) {
  const { words } = useTalkSetting()
  if (uploads.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5 px-3 pb-1.5">
      {uploads.map(({ key, name, percent, id, failed }) => (
        <li key={key} className="max-w-full">
          <TokenChip removeLabel={`${words.write.removeFile} ${name}`} onRemove={() => drop(key)}>
            <span className="max-w-60">
              <FileName>{name}</FileName>
            </span>
            {failed ? (
              <span role="alert" className="text-cinnabar-ink">
                {failed}
              </span>
            ) : (
              id === undefined && (
                <span className="text-ink-3">{filled(words.write.uploading, { percent })}</span>
              )
            )}
          </TokenChip>
        </li>
      ))}
    </ul>
  )
}

const nearlyFull = 9_500

/** How much room is left, or what has to go, once it matters. */
export function RoomLeft({ length }: { length: number }) {
  const { words } = useTalkSetting()
  if (length <= nearlyFull) return null
  const over = length > longest
  return (
    <p role="status" className={cx("px-3.5 text-meta", over ? "text-cinnabar-ink" : "text-ink-3")}>
      {filled(over ? words.write.over : words.write.left, { count: Math.abs(longest - length) })}
    </p>
  )
}
