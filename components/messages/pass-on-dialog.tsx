"use client"

import { useEffect, useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { ask, look, unreachable } from "@/components/messages/talk-requests"
import { WayDialog } from "@/components/messages/way-dialog"
import { stopIn } from "@/components/outward/stopped"
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
import type { WayOut } from "@/lib/outward/inputs"
import type { Stop } from "@/lib/outward/stop"

interface PassingOn {
  message: MessageView
  verb: "forward" | "move"
  onClose: () => void
}

/** 转发到, and 移到闲聊群: one group out of one's own. */
export function PassOnDialog(passing: PassingOn) {
  const { words } = useTalkSetting()
  const { groups, to, setTo, body, setBody, refused, send, stop, choose } = usePassingOn(passing)
  const moving = passing.verb === "move"
  const said = moving ? words.moveTo : words.forwardTo
  if (stop) return <WayDialog text="" stop={stop} onChoose={choose} />
  return (
    <Dialog
      open
      onOpenChange={passing.onClose}
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
        <Button size="m" tone="primary" onClick={() => send()} disabled={to === ""}>
          {said.send}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

/** The groups a message can go to, the one that is chosen, and the way there. */
function usePassingOn({ message, verb, onClose }: PassingOn) {
  const { words, group, stop: stopWords } = useTalkSetting()
  const [stop, setStop] = useState<Stop | null>(null)
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
  const send = async (way: WayOut = {}) => {
    const answer = await ask<{ asked?: number } | undefined>(verb, {
      id: message.id,
      groupId: Number(to),
      ...(!moving && { body, ...way }),
    })
    if (answer === unreachable) return setRefused(words.offline)
    setStop(stopIn(answer))
    if (!answer.ok) return setRefused(answer.message)
    const name = groups.find(({ id }) => id === Number(to))?.name ?? ""
    if (answer.value?.asked) toast(stopWords.asked)
    else toast(filled(moving ? words.do.moved : words.forwardTo.done, { group: name }))
    onClose()
  }
  const choose = (way: WayOut | null) => {
    setStop(null)
    if (way) void send(way)
  }
  return { groups, to, setTo, body, setBody, refused, send, stop, choose }
}
