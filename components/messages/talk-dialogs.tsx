"use client"

import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { RoomLeft } from "@/components/messages/composer-parts"
import { useTalkSetting } from "@/components/messages/talk-context"
import { ask, look, unreachable } from "@/components/messages/talk-requests"
import { longest } from "@/components/messages/use-written-message"
import { WayDialog } from "@/components/messages/way-dialog"
import { stopIn } from "@/components/outward/stopped"
import { Button } from "@/components/ui/button"
import { Dialog, DialogClose } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { filled } from "@/components/ui/filled"
import { FormError } from "@/components/ui/form-error"
import { isComposing, type TextBox } from "@/components/ui/text-editing"
import { toast } from "@/components/ui/toast"
import { WritingBox } from "@/components/ui/writing-box"
import { withOwnLinks } from "@/lib/messages/own-links"
import type { MessageView } from "@/lib/messages/view"
import type { WayOut } from "@/lib/outward/inputs"
import type { Stop } from "@/lib/outward/stop"

/** 通知 14 人？ Asked before so many are called. */
export function ReachDialog({
  reach,
  onAnswer,
}: {
  reach: number
  onAnswer: (agreed: boolean) => void
}) {
  const { words } = useTalkSetting()
  return (
    <Dialog
      open
      onOpenChange={() => onAnswer(false)}
      size="s"
      title={filled(words.confirm.title, { count: reach })}
      closeLabel={words.confirm.close}
    >
      <DialogBody>
        <p className="text-control text-ink-2">{words.confirm.note}</p>
      </DialogBody>
      <DialogFoot>
        <Button size="m" onClick={() => onAnswer(false)}>
          {words.confirm.cancel}
        </Button>
        <Button size="m" tone="primary" onClick={() => onAnswer(true)}>
          {words.confirm.send}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

/** Once a field is ready one goes on writing behind what stands there. */
function useFocusOnce(ready: boolean) {
  const field = useRef<TextBox>(null)
  useEffect(() => {
    if (!ready || !field.current) return
    field.current.focus()
    field.current.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [ready])
  return field
}

/** A message's words to be changed; what was typed stays when somebody was faster. */
export function EditDialog({ message, onClose }: { message: MessageView; onClose: () => void }) {
  const { words, help, stop: stopWords } = useTalkSetting()
  const [text, setText] = useState<string | null>(null)
  const [version, setVersion] = useState(message.version)
  const [refused, setRefused] = useState("")
  const [stop, setStop] = useState<Stop | null>(null)
  const field = useFocusOnce(text !== null)
  useEffect(() => {
    void look<{ body: string; version: number }>("source", { message: message.id }).then(
      (found) => {
        if (!found) return setRefused(words.over404)
        setText(found.body)
        setVersion(found.version)
      },
    )
  }, [message.id, words])
  const save = async (way: WayOut = {}) => {
    const answer = await ask<{ asked: number } | undefined>("edit", {
      ...{ id: message.id, body: withOwnLinks(text ?? "", location.origin), version },
      ...way,
    })
    if (answer === unreachable) return setRefused(words.offline)
    if (answer.ok && answer.value?.asked) toast(stopWords.asked)
    if (answer.ok) return onClose()
    setStop(stopIn(answer))
    setRefused(answer.fields?.body ?? answer.message)
    const current = Object(answer.current)
    if (answer.code === "conflict" && typeof current.version === "number")
      setVersion(current.version)
  }
  const fits = text !== null && text.trim() !== "" && text.length <= longest
  const saveByKeys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || isComposing(event)) return
    event.preventDefault()
    if (fits) void save()
  }
  const choose = (way: WayOut | null) => {
    setStop(null)
    if (way) void save(way)
  }
  if (stop) return <WayDialog text={text?.trim() ?? ""} stop={stop} onChoose={choose} />
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="m"
      title={words.write.editing}
      closeLabel={words.confirm.close}
    >
      <DialogBody>
        {refused && <FormError>{refused}</FormError>}
        <WritingBox
          help={help}
          fieldRef={field}
          aria-label={words.write.label}
          rows={6}
          value={text ?? ""}
          disabled={text === null}
          onChange={setText}
          onKeyDown={saveByKeys}
        />
        <RoomLeft length={text?.length ?? 0} />
      </DialogBody>
      <DialogFoot>
        <DialogClose asChild>
          <Button size="m">{words.write.cancel}</Button>
        </DialogClose>
        <Button size="m" tone="primary" onClick={() => save()} disabled={!fits}>
          {words.write.save}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
