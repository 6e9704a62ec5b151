"use client"

import { useEffect, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { ask, look, unreachable } from "@/components/messages/talk-requests"
import { Button } from "@/components/ui/button"
import { Dialog, DialogClose } from "@/components/ui/dialog"
import { DialogBody, DialogFoot } from "@/components/ui/dialog-parts"
import { Field } from "@/components/ui/field"
import { filled } from "@/components/ui/filled"
import { FormError } from "@/components/ui/form-error"
import { Select } from "@/components/ui/select"
import { Textarea } from "@/components/ui/textarea"
import { toast } from "@/components/ui/toast"
import type { GroupLine } from "@/lib/messages/list"
import type { MessageView } from "@/lib/messages/view"

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

/** 转发到, and 移到闲聊群: one group out of one's own. */
export function PassOnDialog({
  message,
  verb,
  onClose,
}: {
  message: MessageView
  verb: "forward" | "move"
  onClose: () => void
}) {
  const { words, group } = useTalkSetting()
  const [groups, setGroups] = useState<GroupLine[]>([])
  const [to, setTo] = useState("")
  const [body, setBody] = useState("")
  const [refused, setRefused] = useState("")
  const moving = verb === "move"
  useEffect(() => {
    void look<GroupLine[]>("list", {}).then((found) => {
      const fit = (found ?? []).filter(
        ({ id, kind }) => id !== group.id && (!moving || kind === "casual"),
      )
      setGroups(fit)
      setTo(String(fit[0]?.id ?? ""))
    })
  }, [group.id, moving])
  const send = async () => {
    const answer = await ask(verb, {
      id: message.id,
      groupId: Number(to),
      ...(!moving && { body }),
    })
    if (answer === unreachable) return setRefused(words.offline)
    if (!answer.ok) return setRefused(answer.message)
    const name = groups.find(({ id }) => id === Number(to))?.name ?? ""
    toast(filled(moving ? words.do.moved : words.forwardTo.done, { group: name }))
    onClose()
  }
  const said = moving ? words.moveTo : words.forwardTo
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="s"
      title={said.title}
      closeLabel={words.confirm.close}
    >
      <DialogBody>
        {refused && <FormError>{refused}</FormError>}
        <Field label={said.pick}>
          {(wiring) => (
            <Select {...wiring} value={to} onChange={(event) => setTo(event.currentTarget.value)}>
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {moving ? (
          <p className="mt-2 text-meta text-ink-3">
            {groups.length === 0 ? words.moveTo.none : words.moveTo.note}
          </p>
        ) : (
          <Field label={words.forwardTo.words} className="mt-3">
            {(wiring) => (
              <Textarea
                {...wiring}
                rows={3}
                value={body}
                maxLength={2_000}
                onChange={(event) => setBody(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
      </DialogBody>
      <DialogFoot>
        <DialogClose asChild>
          <Button size="m">{words.confirm.cancel}</Button>
        </DialogClose>
        <Button size="m" tone="primary" onClick={send} disabled={to === ""}>
          {said.send}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

/** A message's words to be changed; what was typed stays when somebody was faster. */
export function EditDialog({ message, onClose }: { message: MessageView; onClose: () => void }) {
  const { words } = useTalkSetting()
  const [text, setText] = useState<string | null>(null)
  const [version, setVersion] = useState(message.version)
  const [refused, setRefused] = useState("")
  useEffect(() => {
    void look<{ body: string; version: number }>("source", { message: message.id }).then(
      (found) => {
        if (!found) return setRefused(words.over404)
        setText(found.body)
        setVersion(found.version)
      },
    )
  }, [message.id, words])
  const save = async () => {
    const answer = await ask("edit", { id: message.id, body: text, version })
    if (answer === unreachable) return setRefused(words.offline)
    if (answer.ok) return onClose()
    setRefused(answer.fields?.body ?? answer.message)
    const current = Object(answer.current)
    if (answer.code === "conflict" && typeof current.version === "number")
      setVersion(current.version)
  }
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
        <Textarea
          aria-label={words.write.label}
          rows={6}
          maxLength={10_000}
          value={text ?? ""}
          disabled={text === null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </DialogBody>
      <DialogFoot>
        <DialogClose asChild>
          <Button size="m">{words.write.cancel}</Button>
        </DialogClose>
        <Button size="m" tone="primary" onClick={save} disabled={!text?.trim()}>
          {words.write.save}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
