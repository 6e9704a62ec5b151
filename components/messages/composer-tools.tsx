"use client"

import { type RefObject, useRef } from "react"
import { AnswerPromise } from "@/components/messages/answer-promise"
import { LaterButton } from "@/components/messages/later-button"
import { useTalkSetting } from "@/components/messages/talk-context"
import type { Urgency } from "@/components/messages/use-written-message"
import { cx } from "@/components/ui/cx"
import { Icon } from "@/components/ui/icon"
import { IconButton } from "@/components/ui/icon-button"
import { replaceText, type TextBox } from "@/components/ui/text-editing"

/** The row of tools: how urgent, @ file tag, the promise in words, 发送. */
export function ComposerTools({
  urgency,
  setUrgency,
  field,
  compact,
  can,
  onFiles,
  onLater,
  asking,
}: {
  urgency: Urgency
  setUrgency: (urgency: Urgency) => void
  field: RefObject<TextBox | null>
  compact: boolean
  can: boolean
  onFiles: (files: Iterable<File>) => void
  onLater: ((at: string) => void) | undefined
  /** Somebody is asked for an answer: a clock will run. */
  asking: boolean
}) {
  const { words } = useTalkSetting()
  return (
    <div className="flex items-center gap-1 px-2 pb-2 max-md:border-b max-md:border-line-soft max-md:p-1.5">
      {!compact && <UrgencyChoice value={urgency} onChange={setUrgency} />}
      <IconButton
        icon="at-sign"
        label={words.write.mention}
        onClick={() => putSign(field.current, "@")}
      />
      <FileChoice onFiles={onFiles} />
      <IconButton
        icon="tag"
        label={words.write.tag}
        className="max-md:hidden"
        onClick={() => putSign(field.current, "#")}
      />
      <span className="ml-auto min-w-0 text-meta text-ink-3 md:one-word md:truncate max-md:line-clamp-2 max-md:text-right">
        {!compact && <AnswerPromise urgency={urgency} asking={asking} />}
      </span>
      {onLater && !compact && <LaterButton onLater={onLater} />}
      <SendButton can={can} compact={compact} />
    </div>
  )
}

/** Puts @ or # where the caret stands, apart from a word before it. */
function putSign(box: TextBox | null, sign: string): void {
  if (!box) return
  const at = box.selectionStart ?? box.value.length
  const before = box.value.slice(0, at)
  replaceText(
    box,
    { start: at, end: box.selectionEnd ?? at },
    /[\w.]$/.test(before) ? ` ${sign}` : sign,
  )
  // The list of members follows the caret's own event.
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
}

function FileChoice({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const { words } = useTalkSetting()
  const files = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton
        icon="paperclip"
        label={words.write.file}
        onClick={() => files.current?.click()}
      />
      <input
        ref={files}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={words.write.file}
        className="sr-only"
        onChange={(event) => {
          onFiles(event.currentTarget.files ?? [])
          event.currentTarget.value = ""
        }}
      />
    </>
  )
}

function SendButton({ can, compact }: { can: boolean; compact: boolean }) {
  const { send } = useTalkSetting().words.write
  if (compact)
    return (
      <button
        type="submit"
        aria-label={send}
        title={send}
        aria-disabled={!can}
        className="grid size-button place-items-center rounded-field text-accent-ink hover:bg-hover max-md:absolute max-md:right-1.5 max-md:bottom-0.5"
      >
        <Icon name="send-horizontal" />
      </button>
    )
  return (
    <button
      type="submit"
      aria-disabled={!can}
      className="button button-primary button-s max-md:absolute max-md:right-1.5 max-md:bottom-1.5"
    >
      <Icon name="send-horizontal" />
      {send}
    </button>
  )
}

function UrgencyChoice({
  value,
  onChange,
}: {
  value: Urgency
  onChange: (urgency: Urgency) => void
}) {
  const { words } = useTalkSetting()
  const part = (mine: Urgency, word: string) => (
    <button
      type="button"
      aria-pressed={value === mine}
      onClick={() => onChange(mine)}
      className={cx(
        "one-word -my-px inline-flex h-button items-center gap-1 rounded-field border border-transparent px-3 text-control text-ink-2 max-md:px-2.5 first:-ml-px last:-mr-px aria-pressed:border-line aria-pressed:bg-surface aria-pressed:font-semibold",
        mine === "urgent" ? "aria-pressed:text-cinnabar-ink" : "aria-pressed:text-ink",
      )}
    >
      {mine === "urgent" && <Icon name="zap" size={14} />}
      {word}
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons of a toolbar, not a part of a form
    <div
      role="group"
      aria-label={words.write.urgency}
      className="mr-1 inline-flex h-button shrink-0 rounded-field border border-line bg-paper"
    >
      {part("ordinary", words.ordinary)}
      {part("urgent", words.urgent)}
    </div>
  )
}
