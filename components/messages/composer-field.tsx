"use client"

import { type ClipboardEvent, type KeyboardEvent, type RefObject, useId, useRef } from "react"
import { MentionPicker, type PickerHandle } from "@/components/messages/mention-picker"
import { stepUpFrom } from "@/components/messages/message-keys"
import { useTalkSetting } from "@/components/messages/talk-context"
import type { useWrittenMessage } from "@/components/messages/use-written-message"
import { MirrorText } from "@/components/ui/mirror-text"
import { TagList } from "@/components/ui/tag-list"
import { isComposing, type TextBox } from "@/components/ui/text-editing"

type WrittenMessage = ReturnType<typeof useWrittenMessage>

/** Where a message's words are typed, with the lists of people and tags above it. */
export function ComposerField({
  field,
  message,
  onSend,
}: {
  field: RefObject<TextBox | null>
  message: WrittenMessage
  onSend: () => void
}) {
  const { words, help } = useTalkSetting()
  const { writing, mentioning, uploads } = message
  const { listeners, picking } = writing
  const { picker, onKeyDown } = useKeys(message, onSend)
  const list = useId()
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    uploads.add(event.clipboardData.files)
  }
  return (
    <>
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
      <div data-writing className="relative flex">
        <MirrorText
          field={field}
          text={writing.text}
          ranges={[...writing.ranges, ...mentioning.ranges]}
        />
        <textarea
          {...listeners}
          {...(picking.open && pickedIn(list, picking.current?.name))}
          ref={(box) => {
            field.current = box
          }}
          aria-label={words.write.label}
          placeholder={words.write.label}
          rows={1}
          onKeyDown={onKeyDown}
          onKeyUp={mentioning.read}
          onClick={() => {
            listeners.onClick()
            mentioning.read()
          }}
          onInput={(event) => {
            listeners.onInput(event)
            message.typed()
          }}
          onBlur={() => {
            listeners.onBlur()
            message.save()
          }}
          onPaste={onPaste}
          className="relative block field-sizing-content max-h-48 min-h-10 w-full resize-none bg-transparent px-3.5 py-2.25 text-prose outline-none max-md:py-3 max-md:pr-22 max-md:text-field"
        />
      </div>
      {picking.open && (
        <TagList
          id={list}
          label={help.tagsLabel}
          tags={picking.found}
          current={picking.current}
          above
          choose={picking.choose}
        />
      )}
    </>
  )
}

/** Who gets a key: the list of tags, the list of people, and then the message itself. */
function useKeys({ writing, mentioning }: WrittenMessage, onSend: () => void) {
  const picker = useRef<PickerHandle>(null)
  const onKeyDown = (event: KeyboardEvent<TextBox>) => {
    if (writing.picking.onKeyDown(event) || isComposing(event)) return
    if (mentioning.asked && picker.current?.key(event)) event.preventDefault()
    else if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      onSend()
    } else if (event.key === "ArrowUp" && writing.text === "") {
      event.preventDefault()
      stepUpFrom(event.currentTarget)
    }
  }
  return { picker, onKeyDown }
}

/** What a field says of the list that belongs to it. */
const pickedIn = (list: string, tag: string | undefined) => ({
  "aria-autocomplete": "list" as const,
  "aria-controls": list,
  "aria-activedescendant": tag && `${list}-${tag}`,
})
