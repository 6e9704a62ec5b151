"use client"

import { useRouter } from "next/navigation"
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react"
import { Announcer } from "@/components/messages/announcer"
import { BelowLine } from "@/components/messages/below-line"
import { Composer, type Written } from "@/components/messages/composer"
import { FindKeys, FindPane } from "@/components/messages/find-pane"
import { Stream } from "@/components/messages/stream"
import { TalkProvider, type TalkSetting } from "@/components/messages/talk-context"
import { EditDialog, PassOnDialog, ReachDialog } from "@/components/messages/talk-dialogs"
import { ask, unreachable } from "@/components/messages/talk-requests"
import type { Rows } from "@/components/messages/talk-rows"
import { fullTime } from "@/components/messages/talk-times"
import { ThreadPane, useThread } from "@/components/messages/thread-pane"
import { useDeeds } from "@/components/messages/use-deeds"
import { usePlace } from "@/components/messages/use-place"
import { useReading } from "@/components/messages/use-reading"
import { useSending } from "@/components/messages/use-sending"
import { useTalk } from "@/components/messages/use-talk"
import { useTypists } from "@/components/messages/use-typists"
import { filled } from "@/components/ui/filled"
import { toast } from "@/components/ui/toast"
import type { MessageView } from "@/lib/messages/view"

export interface Begun {
  rows: Rows
  /** Everything up to here was read before. */
  position: number
  lastSeq: number
  /** A link leads to this message, and into this thread. */
  message: number | null
  thread: number | null
  draft: string
}

type Open =
  | { what: "edit" | "forward" | "move"; message: MessageView }
  | { what: "reach"; reach: number; answer: (agreed: boolean) => void }
  | null

/** The stream of a group with what is written below it and the thread beside it. */
export function Conversation({
  setting,
  begun,
  plain,
}: {
  setting: TalkSetting
  begun: Begun
  /** The message box of a page without script. */
  plain: ReactNode
}) {
  return (
    <TalkProvider setting={setting}>
      <Talk key={setting.group.id} setting={setting} begun={begun} plain={plain} />
    </TalkProvider>
  )
}

function Talk({ setting, begun, plain }: { setting: TalkSetting; begun: Begun; plain: ReactNode }) {
  const { group, me, words } = setting
  const router = useRouter()
  const box = useRef<HTMLDivElement>(null)
  const newest = useRef(begun.lastSeq)
  const [threadId, setThreadId] = useState(begun.thread)
  const [quote, setQuote] = useState<MessageView | null>(null)
  const [open, setOpen] = useState<Open>(null)
  const [finding, setFinding] = useState(false)
  const [marked, setMarked] = useState(begun.message)
  const [line, setLine] = useState(begun.position)
  const [below, setBelow] = useState(0)
  const [typists, typed] = useTypists(me.id)
  const thread = useThread(threadId)
  const ready = useScriptRuns()

  const sending = useSending(
    me.id,
    group.id,
    (reach) => new Promise((answer) => setOpen({ what: "reach", reach, answer })),
  )
  const talk = useTalk(group.id, me.id, group.size, begun.rows, {
    onArrived: ({ message, root, fresh }) => {
      newest.current = Math.max(newest.current, message.seq)
      sending.arrived(message.id)
      thread.arrive(message, root)
      if (fresh && message.threadId === null && message.author.id !== me.id && !place.isAtEnd())
        setBelow((count) => count + 1)
      reading.looked()
    },
    onTyping: typed,
    onLost: () => router.refresh(),
  })
  const shown = [talk.rows, sending.pending.length] as const
  const start = begun.message
    ? `#m${begun.message}`
    : begun.position < begun.lastSeq
      ? "[data-new-line]"
      : null
  const changed = useMemo(() => ({}), shown)
  const place = usePlace(box, changed, start)
  const reading = useReading(box, group.id, newest, begun.position)

  const onScroll = useCallback(() => {
    place.note()
    reading.looked()
    const it = box.current
    if (!it) return
    if (place.isAtEnd()) setBelow(0)
    if (it.scrollTop < 600 && talk.rows.earlier) void talk.earlier()
    if (talk.rows.later && it.scrollHeight - it.scrollTop - it.clientHeight < 600) void talk.later()
  }, [place, reading, talk])
  // A short stretch doesn't scroll: what lies around it is read at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the stretch changed
  useEffect(onScroll, [talk.rows])

  const goTo = useCallback(
    async (message: { id: number; seq: number; threadId: number | null }) => {
      if (message.threadId !== null) return setThreadId(message.threadId)
      setMarked(message.id)
      if (place.to(`#m${message.id}`)) return
      await talk.goTo({ around: message.seq })
      requestAnimationFrame(() => place.to(`#m${message.id}`))
    },
    [place, talk],
  )
  const toNewest = async () => {
    if (talk.rows.later) await talk.goTo("newest")
    requestAnimationFrame(place.toEnd)
    setBelow(0)
  }
  const send = (written: Written) => {
    sending.send({ ...written, groupId: group.id })
    if (written.threadId === null || written.threadId === undefined) {
      setLine(Number.MAX_SAFE_INTEGER)
      void toNewest()
    }
  }
  const later = async (written: Written, at: string) => {
    const answer = await ask("schedule", { ...written, groupId: group.id, at })
    if (answer === unreachable) toast(words.offline)
    else
      toast(
        answer.ok
          ? filled(words.write.laterSet, { time: fullTime(setting, at) })
          : (Object.values(answer.fields ?? {})[0] ?? answer.message),
      )
  }
  const deeds = useDeeds({
    openThread: (message) => setThreadId(message.threadId ?? message.id),
    quote: setQuote,
    edit: (message) => setOpen({ what: "edit", message }),
    forward: (message) => setOpen({ what: "forward", message }),
    move: (message) => setOpen({ what: "move", message }),
    stayUnread: (message) => {
      reading.stay()
      setLine(message.seq - 1)
    },
  })

  return (
    <div data-pane data-talk className="relative flex min-h-0 flex-1">
      <section aria-label={group.name} className="relative flex min-w-0 flex-1 flex-col">
        <Stream
          box={box}
          shown={talk.rows}
          deeds={deeds}
          lineAfter={line}
          marked={marked}
          pending={sending.pending.filter(({ input }) => !input.threadId)}
          onScroll={onScroll}
          onRetry={sending.retry}
          onDrop={sending.drop}
        />
        <BelowLine
          count={below}
          away={talk.rows.later}
          offline={sending.offline}
          typists={typists}
          onNewest={toNewest}
        />
        {group.archived ? (
          <p className="border-t border-line px-5 py-3 text-control text-ink-3">
            {words.write.archived}
          </p>
        ) : ready ? (
          <Composer
            key={group.id}
            onSend={send}
            onLater={later}
            quote={quote}
            onDropQuote={() => setQuote(null)}
            focusKey={`${group.id}.${quote?.id ?? ""}`}
            draft={begun.draft}
          />
        ) : (
          plain
        )}
      </section>
      {threadId !== null && thread.thread && (
        <ThreadPane
          thread={thread.thread}
          deeds={deeds}
          pending={sending.pending}
          onSend={send}
          onEarlier={thread.earlier}
          onClose={() => setThreadId(null)}
          onRetry={sending.retry}
          onDrop={sending.drop}
        />
      )}
      {finding && (
        <FindPane
          onClose={() => setFinding(false)}
          onGo={goTo}
          onDay={(day) => void talk.goTo({ day })}
        />
      )}
      <FindKeys onFind={() => setFinding(true)} />
      <Opened open={open} onClose={() => setOpen(null)} />
      <Announcer rows={talk.rows} me={me.id} />
    </div>
  )
}

/** Until the script runs a plain form stands where the message box will. */
function useScriptRuns(): boolean {
  const [runs, setRuns] = useState(false)
  useEffect(() => setRuns(true), [])
  return runs
}

function Opened({ open, onClose }: { open: Open; onClose: () => void }) {
  if (!open) return null
  if (open.what === "reach")
    return (
      <ReachDialog
        reach={open.reach}
        onAnswer={(agreed) => {
          open.answer(agreed)
          onClose()
        }}
      />
    )
  if (open.what === "edit") return <EditDialog message={open.message} onClose={onClose} />
  return <PassOnDialog message={open.message} verb={open.what} onClose={onClose} />
}
