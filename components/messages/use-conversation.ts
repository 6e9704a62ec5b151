"use client"

import { type RefObject, useEffect, useState } from "react"
import { useKept } from "@/components/messages/kept-context"
import type { Open } from "@/components/messages/opened-dialog"
import { useTalkSetting } from "@/components/messages/talk-context"
import { focusOn, useDeeds } from "@/components/messages/use-deeds"
import { useLater } from "@/components/messages/use-later"
import { useLinksHere } from "@/components/messages/use-links-here"
import { usePresence } from "@/components/messages/use-presence"
import { type AskFirst, useSending } from "@/components/messages/use-sending"
import { type Begun, useStanding } from "@/components/messages/use-standing"
import { useTalk } from "@/components/messages/use-talk"
import { useThread } from "@/components/messages/use-thread"
import { useTypists } from "@/components/messages/use-typists"
import type { Written } from "@/components/messages/use-written-message"
import { toast } from "@/components/ui/toast"
import type { MessageView } from "@/lib/messages/view"

/** All that goes on in a conversation: what arrives, what is sent, what is open beside it. */
export function useConversation(box: RefObject<HTMLElement | null>, begun: Begun) {
  const { group, me, stop, words } = useTalkSetting()
  const { threadId, setThreadId, closeThread } = useOpenThread(begun.thread)
  const [quote, setQuote] = useState<MessageView | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const [typists, typed] = useTypists(me.id)
  const [present, heardOf] = usePresence(group, me.id)
  const thread = useThread(threadId)
  const kept = useKept(begun.kept)
  const first = askingFirst(setOpen, stop.asked)
  const sending = useSending(me.id, group.id, first, words.pending.late)
  const scheduled = useLater(begun.waiting, first, sending.send)
  const talk = useTalk(group, me.id, begun.rows, {
    onArrived: ({ message, root, fresh }) => {
      sending.arrived([message])
      if (scheduled.waiting > 0 && fresh && message.author.id === me.id) scheduled.count()
      thread.arrive(message, root, fresh && message.author.id === me.id ? group.size - 1 : null)
      standing.arrived(message, fresh && message.threadId === null && message.author.id !== me.id)
    },
    onReading: thread.read,
    onTyping: typed,
    onPresence: heardOf,
    onMissed: thread.again,
  })
  const { arrived } = sending
  useEffect(() => arrived(talk.rows.rows), [arrived, talk.rows.rows])
  const standing = useStanding(box, group.id, begun, talk, sending.pending.length)
  const deeds = useDeeds({
    ...kept,
    openThread: (message) => setThreadId(message.threadId ?? message.id),
    quote: setQuote,
    open: setOpen,
    stayUnread: standing.stayUnread,
  })
  const send = (written: Written) => {
    sending.send({ ...written, groupId: group.id })
    if (written.threadId === null || written.threadId === undefined) standing.sent()
  }
  const goTo = (message: MessageView) =>
    message.threadId === null ? void standing.toMessage(message) : setThreadId(message.threadId)
  useLinksHere(standing.toMessage, setThreadId)
  return {
    ...{ talk, standing, sending, typists, present, deeds, send, scheduled, kept, goTo },
    ...{ quote, setQuote, open, setOpen },
    thread: threadId === null ? null : thread.thread,
    earlierInThread: thread.earlier,
    closeThread,
  }
}

/** The thread beside the stream; when it closes, what it began with has the focus again. */
function useOpenThread(first: number | null) {
  const [threadId, setThreadId] = useState(first)
  const closeThread = () => {
    setThreadId(null)
    focusOn(threadId)
  }
  return { threadId, setThreadId, closeThread }
}

/** What an author has to say before something is sent, each in a dialog of its own. */
const askingFirst = (setOpen: (open: Open) => void, asked: string): AskFirst => ({
  reach: (reach) => new Promise((answer) => setOpen({ what: "reach", reach, answer })),
  way: (text, stop, onlyMask) =>
    new Promise((answer) => setOpen({ what: "outward", text, stop, onlyMask, answer })),
  asked: () => toast(asked),
})
