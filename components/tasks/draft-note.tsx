"use client"

import { Icon } from "@/components/ui/icon"

/** What became of the last one, and when the draft was kept; a draft can be thrown away. */
export function DraftNote({
  savedAt,
  made,
  onClear,
  words,
}: {
  savedAt: number | null
  made: string
  onClear: () => void
  words: { draftSaved: string; clear: string; made: string }
}) {
  const clock = new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit" })
  return (
    <span role="status" className="flex min-w-0 items-center gap-2">
      {savedAt === null
        ? made && (
            <>
              <Icon name="check" size={14} className="text-done" />
              <span className="truncate">{words.made.replace("{name}", made)}</span>
            </>
          )
        : words.draftSaved.replace("{time}", clock.format(savedAt))}
      {savedAt !== null && (
        <button type="button" onClick={onClear} className="link max-md:py-2.5">
          {words.clear}
        </button>
      )}
    </span>
  )
}
