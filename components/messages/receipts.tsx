"use client"

import { Popover, Slot } from "radix-ui"
import { useState } from "react"
import { useTalkSetting } from "@/components/messages/talk-context"
import { ask, look, unreachable } from "@/components/messages/talk-requests"
import { clockOf, dateOf, dayOf, fullTime } from "@/components/messages/talk-times"
import { Button } from "@/components/ui/button"
import { cx } from "@/components/ui/cx"
import { Face } from "@/components/ui/face"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { toast } from "@/components/ui/toast"
import type { Reader } from "@/lib/messages/receipts"
import type { MessageView } from "@/lib/messages/view"

type Lists = { read: Reader[]; unread: Reader[] }

/** 全部已读, or 3人未读 which opens who they are. */
export function ReceiptButton({ message, unread }: { message: MessageView; unread: number }) {
  const { words } = useTalkSetting()
  const [opened, setOpened] = useState(false)
  const [lists, setLists] = useState<Lists | null>(null)
  const open = async (opened: boolean) => {
    setOpened(true)
    setLists(null)
    if (opened) setLists(await look<Lists>("readers", { message: message.id }))
  }
  const trigger = (
    <button
      type="button"
      className={cx(
        "one-word inline-flex h-6 items-center gap-1 rounded-chip px-1 text-meta hover:bg-hover max-md:h-8",
        unread > 0 ? "text-accent-ink" : "text-ink-3",
      )}
    >
      <Icon name={unread > 0 ? "eye" : "check-check"} size={14} />
      {unread > 0 ? filled(words.unreadBy, { count: unread }) : words.allRead}
    </button>
  )
  // A button and nothing else until it is asked, as in a menu.
  if (!opened)
    return (
      <Slot.Root aria-haspopup="dialog" aria-expanded={false} onClick={() => open(true)}>
        {trigger}
      </Slot.Root>
    )
  return (
    <Popover.Root defaultOpen onOpenChange={open}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={words.readers.label}
          className="z-40 w-84 animate-rise rounded-box border border-line bg-raised shadow-raised outline-none"
        >
          <Readers message={message} lists={lists} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Readers({ message, lists }: { message: MessageView; lists: Lists | null }) {
  const setting = useTalkSetting()
  const { words } = setting
  const [tab, setTab] = useState<keyof Lists>("unread")
  const shown = lists?.[tab] ?? []
  return (
    <>
      <div className="flex h-10 items-center gap-4 border-b border-line px-3.5">
        {(["unread", "read"] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={tab === name}
            onClick={() => setTab(name)}
            className="-mb-px h-10 border-b-2 border-transparent text-control text-ink-2 aria-pressed:border-ink aria-pressed:font-semibold aria-pressed:text-ink"
          >
            {words.readers[name]} {lists?.[name].length ?? ""}
          </button>
        ))}
        <span className="ml-auto text-meta text-ink-3">
          {filled(words.readers.sentAt, { time: fullTime(setting, message.at) })}
        </span>
      </div>
      <ul className="max-h-64 min-h-17 overflow-y-auto py-1">
        {shown.map((person) => (
          <li key={person.id} className="flex h-8.5 items-center gap-2 px-3.5 text-control">
            <Face person={person} size={24} />
            <span className="one-word">{person.name}</span>
            <span className="truncate text-meta text-ink-3">{person.department}</span>
            <span className="one-word ml-auto text-meta text-ink-3">
              <WhenOrWhy person={person} />
            </span>
          </li>
        ))}
        {lists && shown.length === 0 && (
          <li className="px-3.5 py-2 text-control text-ink-3">{words.readers.none}</li>
        )}
      </ul>
      {lists && lists.unread.length > 0 && <Remind message={message} />}
    </>
  )
}

function WhenOrWhy({ person }: { person: Reader }) {
  const setting = useTalkSetting()
  const { readers } = setting.words
  if (person.readAt) return fullTime(setting, person.readAt)
  if (person.leaveUntil)
    return filled(readers.leave, { day: dateOf(setting, `${person.leaveUntil}T04:00:00Z`) })
  if (!person.lastSeen) return readers.neverOnline
  const today = dayOf(setting, person.lastSeen) === dayOf(setting, new Date())
  const time = today ? clockOf(setting, person.lastSeen) : dateOf(setting, person.lastSeen)
  return filled(readers.online, { time })
}

function Remind({ message }: { message: MessageView }) {
  const { words } = useTalkSetting()
  const [sending, setSending] = useState(false)
  const remind = async () => {
    setSending(true)
    const answer = await ask<number>("remind", { id: message.id })
    setSending(false)
    if (answer === unreachable) toast(words.offline)
    else toast(answer.ok ? filled(words.readers.reminded, { count: answer.value }) : answer.message)
  }
  return (
    <div className="flex h-11 items-center justify-end border-t border-line px-3.5">
      <Button icon="bell" onClick={remind} disabled={sending}>
        {words.readers.remind}
      </Button>
    </div>
  )
}
