"use client"

import { type DragEvent, type FormEvent, useRef, useState } from "react"
import { ComposerField } from "@/components/messages/composer-field"
import { Files, Quoted, Reasons, RoomLeft } from "@/components/messages/composer-parts"
import { ComposerTools } from "@/components/messages/composer-tools"
import { useTalkSetting } from "@/components/messages/talk-context"
import { useWrittenMessage, type Written } from "@/components/messages/use-written-message"
import { cx } from "@/components/ui/cx"
import type { TextBox } from "@/components/ui/text-editing"
import { WritingHints } from "@/components/ui/writing-hints"
import type { Draft } from "@/lib/messages/drafting"
import type { MessageView } from "@/lib/messages/view"

const none: Draft = { text: "", mentions: [] }

/**
 * The message box: Enter sends, Shift+Enter breaks the line, an input method's Enter never sends.
 * What is typed is kept, also for one's other devices.
 */
export function Composer({
  onSend,
  onLater,
  threadId = null,
  quote,
  onDropQuote,
  focusKey,
  compact = false,
  draft = none,
}: {
  onSend: (written: Written) => void
  onLater?: (written: Written, at: string) => void
  threadId?: number | null
  quote?: MessageView | null
  onDropQuote?: () => void
  /** Takes the focus anew when it changes. */
  focusKey?: string | number
  /** In the thread beside the stream. */
  compact?: boolean
  draft?: Draft
}) {
  const { help, me } = useTalkSetting()
  const field = useRef<TextBox>(null)
  const begun = { threadId, quoteId: quote?.id ?? null, draft, focusKey }
  const message = useWrittenMessage(field, begun)
  const { writing, mentioning, uploads, urgency, setUrgency, can } = message
  const { over, ...dropping } = useDropping(uploads.add)
  const give = (to: (written: Written) => void) => {
    const written = message.take()
    if (!written) return
    to(written)
    message.empty()
    onDropQuote?.()
    field.current?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give(onSend)
  }
  return (
    <form
      className={cx(
        "relative shrink-0",
        compact ? "px-3 pb-3" : "px-5 pb-4 max-md:px-3 max-md:pb-2",
      )}
      onSubmit={submit}
    >
      <div
        className={cx(
          "field-box relative flex flex-col rounded-box max-md:flex-col-reverse focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus",
          over ? "bg-accent-wash" : "bg-surface",
        )}
        {...dropping}
      >
        {quote && <Quoted quote={quote} onDrop={() => onDropQuote?.()} />}
        <ComposerField field={field} message={message} onSend={() => give(onSend)} />
        <Reasons mentions={mentioning.mentions} />
        <Files uploads={uploads.uploads} drop={uploads.drop} />
        <WritingHints writing={writing} help={help} />
        <RoomLeft length={writing.text.length} />
        <ComposerTools
          {...{ urgency, setUrgency, field, compact, can }}
          onFiles={uploads.add}
          onLater={onLater && can ? (at) => give((written) => onLater(written, at)) : undefined}
          asking={mentioning.mentions.some(({ needsAnswer }) => needsAnswer)}
        />
      </div>
      <input type="hidden" name="me" value={me.id} />
    </form>
  )
}

/** Files that are dropped on the box, and whether some are held over it. */
function useDropping(add: (files: Iterable<File>) => void) {
  const [over, setOver] = useState(false)
  return {
    over,
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      add(event.dataTransfer.files)
    },
  }
}
