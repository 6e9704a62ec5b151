"use client"

import type { Upload } from "@/components/messages/use-uploads"
import { TokenChip } from "@/components/ui/chip"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"

export type AttachWords = Record<"add" | "failed" | "remove" | "sending", string>

/** The clip in a comment's field. */
export function AttachFiles({
  label,
  onChoose,
}: {
  label: string
  onChoose: (files: Iterable<File>) => void
}) {
  return (
    <label
      title={label}
      className="needs-script m-1 inline-grid size-button shrink-0 cursor-pointer place-items-center self-end rounded-field text-ink-2 hover:bg-hover hover:text-ink has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus max-md:size-11"
    >
      <Icon name="paperclip" />
      <input
        type="file"
        multiple
        aria-label={label}
        className="sr-only"
        onChange={(event) => {
          onChoose([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ""
        }}
      />
    </label>
  )
}

/** Files that go with the comment, each with what became of it. */
export function FilesOnTheWay({
  uploads,
  words,
  onDrop,
}: {
  uploads: readonly Upload[]
  words: AttachWords
  onDrop: (key: string) => void
}) {
  return (
    <div className="flex flex-wrap gap-1.5 [&:not(:empty)]:pb-1.5">
      {uploads.map(({ key, name, percent, id, failed }) => (
        <TokenChip
          key={key}
          removeLabel={filled(words.remove, { name })}
          onRemove={() => onDrop(key)}
        >
          {id !== undefined && <input type="hidden" name="files[]" value={id} />}
          <span className={failed ? "text-cinnabar-ink" : "max-w-60 truncate"}>
            {failed ?? (id === undefined ? filled(words.sending, { name, percent }) : name)}
          </span>
        </TokenChip>
      ))}
    </div>
  )
}
