"use client"

import { type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from "react"
import { ComposerTools, type Urgency } from "@/components/messages/composer-tools"
import { MentionPicker, type PickerHandle } from "@/components/messages/mention-picker"
import { useTalkSetting } from "@/components/messages/talk-context"
import { useDraft } from "@/components/messages/use-draft"
import { type Mention, useMentions } from "@/components/messages/use-mentions"
import { type Upload, useUploads } from "@/components/messages/use-uploads"
import { TokenChip } from "@/components/ui/chip"
import { cx } from "@/components/ui/cx"
import { filled } from "@/components/ui/filled"
import { MirrorText } from "@/components/ui/mirror-text"
import { isComposing, type TextBox } from "@/components/ui/text-editing"
import { replaceVague, useVague } from "@/components/ui/use-vague"
import { useWrittenText } from "@/components/ui/use-written-text"
import { VagueHint } from "@/components/ui/vague-hint"
import type { NewMessage } from "@/lib/messages/inputs"
import type { MessageView } from "@/lib/messages/view"

const longest = 10_000
const nearlyFull = 9_500

export type Written = Omit<NewMessage, "groupId">

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
  draft,
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
  draft?: string
}) {
  const { group, words, help, me } = useTalkSetting()
  const field = useRef<TextBox>(null)
  const picker = useRef<PickerHandle>(null)
  const { text, composing } = useWrittenText(field)
  const vague = useVague(text, help.wording, composing)
  const mentioning = useMentions(field, group.id, text, composing)
  const uploads = useUploads(words.write.uploadFailed)
  const [urgency, setUrgency] = useState<Urgency>("ordinary")
  const [over, setOver] = useState(false)
  const keeping = useDraft(field, group.id, threadId === null, draft ?? "", focusKey)

  const length = text.trim().length
  const can = (length > 0 || uploads.uploads.length > 0) && uploads.ready && text.length <= longest
  const take = (body: string): Written => ({
    ...{ body, urgency, threadId, quoteId: quote?.id ?? null },
    mentions: named(mentioning.mentions),
    everyone: mentioning.mentions.find(({ personId }) => personId === 0)?.reason ?? null,
    fileIds: uploads.uploads.flatMap(({ id }) => id ?? []),
  })
  const empty = () => {
    keeping.clear()
    mentioning.clear()
    uploads.clear()
    setUrgency("ordinary")
    onDropQuote?.()
    field.current?.focus()
  }
  const send = () => {
    // What stands in the field counts: the last letter may be newer than what was drawn.
    const body = field.current?.value ?? ""
    const something = body.trim() !== "" || uploads.uploads.length > 0
    if (!something || !uploads.ready || body.length > longest) return
    onSend(take(body))
    empty()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return
    if (mentioning.asked && picker.current?.key(event)) event.preventDefault()
    else if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      send()
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    uploads.add(event.dataTransfer.files)
  }

  return (
    <form
      className={cx(
        "relative shrink-0",
        compact ? "px-3 pb-3" : "px-5 pb-4 max-md:px-3 max-md:pb-2",
      )}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div
        className={cx(
          "field-box relative flex flex-col rounded-box bg-surface max-md:flex-col-reverse focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus",
          over && "bg-accent-wash",
        )}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {mentioning.asked && (
          <MentionPicker
            handle={picker}
            asked={mentioning.asked}
            onDone={mentioning.add}
            onLeave={() => {
              mentioning.leave()
              field.current?.focus()
            }}
          />
        )}
        {quote && (
          <Chosen label={words.write.cancel} onRemove={() => onDropQuote?.()}>
            {filled(words.quoted, { name: quote.author.name })}
          </Chosen>
        )}
        <div data-writing className="relative flex">
          <MirrorText field={field} text={text} ranges={[...vague.ranges, ...mentioning.ranges]} />
          <textarea
            ref={(box) => {
              field.current = box
            }}
            aria-label={words.write.label}
            placeholder={words.write.label}
            rows={1}
            onKeyDown={onKeyDown}
            onKeyUp={mentioning.read}
            onClick={mentioning.read}
            onInput={() => keeping.typed()}
            onBlur={() => keeping.save()}
            onPaste={(event) => {
              if (event.clipboardData.files.length === 0) return
              event.preventDefault()
              uploads.add(event.clipboardData.files)
            }}
            className="relative block field-sizing-content max-h-48 min-h-10 w-full resize-none bg-transparent px-3.5 py-2.25 text-prose outline-none max-md:py-3 max-md:pr-22 max-md:text-field"
          />
        </div>
        <Reasons mentions={mentioning.mentions} />
        <Files uploads={uploads.uploads} drop={uploads.drop} />
        <VagueHint
          hit={vague.hit}
          help={help}
          onReplace={(hit, by) => replaceVague(field, hit, by)}
          onDismiss={vague.dismiss}
        />
        {text.length > nearlyFull && (
          <p
            role="status"
            className={cx(
              "px-3.5 text-meta",
              text.length > longest ? "text-cinnabar-ink" : "text-ink-3",
            )}
          >
            {filled(text.length > longest ? words.write.over : words.write.left, {
              count: Math.abs(longest - text.length),
            })}
          </p>
        )}
        <ComposerTools
          {...{ urgency, setUrgency, field, compact, can }}
          onFiles={uploads.add}
          onLater={
            onLater && can
              ? (at) => {
                  onLater(take(text), at)
                  empty()
                }
              : undefined
          }
          asking={mentioning.mentions.some(({ needsAnswer }) => needsAnswer)}
        />
      </div>
      <input type="hidden" name="me" value={me.id} />
    </form>
  )
}

const named = (mentions: readonly Mention[]) =>
  mentions
    .filter(({ personId }) => personId !== 0)
    .map(({ personId, reason, needsAnswer }) => ({ personId, reason, needsAnswer }))

/** Who is mentioned and why, as it will stand in the message. */
function Reasons({ mentions }: { mentions: readonly Mention[] }) {
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

function Chosen({
  children,
  label,
  onRemove,
}: {
  children: ReactNode
  label: string
  onRemove: () => void
}) {
  return (
    <p className="flex px-2.5 pt-2">
      <TokenChip removeLabel={label} onRemove={onRemove}>
        {children}
      </TokenChip>
    </p>
  )
}

function Files({ uploads, drop }: { uploads: readonly Upload[]; drop: (key: string) => void }) {
  const { words } = useTalkSetting()
  if (uploads.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5 px-3 pb-1.5">
      {uploads.map(({ key, name, percent, id, failed }) => (
        <li key={key} className="max-w-full">
          <TokenChip removeLabel={`${words.write.removeFile} ${name}`} onRemove={() => drop(key)}>
            <span className="max-w-60 truncate">{name}</span>
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
