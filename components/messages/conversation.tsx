"use client"

import { type ReactNode, useEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { Announcer } from "@/components/messages/announcer"
import { BelowLine } from "@/components/messages/below-line"
import { Composer } from "@/components/messages/composer"
import { FindKeys, FindPane } from "@/components/messages/find-pane"
import { KeptProvider } from "@/components/messages/kept-context"
import { MessageKeys } from "@/components/messages/message-keys"
import { OpenedDialog } from "@/components/messages/opened-dialog"
import { Stream } from "@/components/messages/stream"
import { TalkProvider, type TalkSetting, useTalkSetting } from "@/components/messages/talk-context"
import { ThreadPane } from "@/components/messages/thread-pane"
import { useConversation } from "@/components/messages/use-conversation"
import { keepEarly } from "@/components/messages/use-draft"
import type { Begun } from "@/components/messages/use-standing"
import type { Draft } from "@/lib/messages/drafting"

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
      {/* Another message that a link led to is another beginning. */}
      <Talk key={`${setting.group.id} ${begun.message}`} begun={begun} plain={plain} />
    </TalkProvider>
  )
}

function Talk({ begun, plain }: { begun: Begun; plain: ReactNode }) {
  const { group, me } = useTalkSetting()
  const box = useRef<HTMLDivElement>(null)
  const [finding, setFinding] = useState(false)
  const conversation = useConversation(box, begun)
  const { talk, standing, sending, deeds, thread, open, setOpen } = conversation
  const { looked } = standing
  const beside = thread !== null || finding
  useEffect(() => {
    if (!beside) looked()
  }, [beside, looked])
  return (
    <KeptProvider value={conversation.kept.ids}>
      <div data-pane data-talk className="relative flex min-h-0 flex-1">
        <section aria-label={group.name} className="relative flex min-w-0 flex-1 flex-col">
          <Stream
            box={box}
            shown={talk.rows}
            deeds={deeds}
            lineAfter={standing.line}
            beyond={standing.fresh}
            marked={standing.marked}
            pending={sending.pending.filter(({ input }) => !input.threadId)}
            onScroll={standing.onScroll}
            onRetry={sending.retry}
            onDrop={sending.drop}
          />
          <BelowLine
            count={standing.below}
            away={talk.rows.later}
            held={sending.held}
            typists={conversation.typists}
            present={conversation.present}
            waiting={conversation.scheduled.waiting}
            onNewest={standing.toNewest}
          />
          <Foot conversation={conversation} draft={begun.draft} plain={plain} />
        </section>
        {thread && (
          <ThreadPane
            key={thread.root.id}
            thread={thread}
            covered={finding}
            deeds={deeds}
            pending={sending.pending}
            onSend={conversation.send}
            onEarlier={conversation.earlierInThread}
            onClose={conversation.closeThread}
            onRetry={sending.retry}
            onDrop={sending.drop}
          />
        )}
        {finding && (
          <FindPane
            onClose={() => {
              setFinding(false)
              document.querySelector<HTMLElement>("[data-find-in-group]")?.focus()
            }}
            onGo={conversation.goTo}
            onDay={standing.toDay}
          />
        )}
        <FindKeys onFind={() => setFinding(true)} />
        <OpenedDialog open={open} onClose={() => setOpen(null)} />
        <MessageKeys messages={[...talk.rows.rows, ...(thread?.rows ?? [])]} deeds={deeds} />
        <Announcer key={`said ${thread?.root.id}`} rows={thread?.rows ?? []} me={me.id} />
        <Announcer rows={talk.rows.rows} me={me.id} />
      </div>
    </KeptProvider>
  )
}

/** Where one writes; until the script runs a plain form stands where the message box will. */
function Foot({
  conversation: { send, scheduled, quote, setQuote },
  draft,
  plain,
}: {
  conversation: ReturnType<typeof useConversation>
  draft: Draft
  plain: ReactNode
}) {
  const { group, me, words } = useTalkSetting()
  const place = { personId: me.id, groupId: group.id, threadId: null }
  const { ready, before } = useTakingOver((typed) => keepEarly(place, draft, typed))
  if (group.archived)
    return (
      <p className="border-t border-line px-5 py-3 text-control text-ink-3">
        {words.write.archived}
      </p>
    )
  if (!ready) return <div ref={before}>{plain}</div>
  return (
    <Composer
      key={group.id}
      onSend={send}
      onLater={scheduled.later}
      quote={quote}
      onDropQuote={() => setQuote(null)}
      focusKey={`${group.id}.${quote?.id ?? ""}`}
      draft={draft}
    />
  )
}

/** From the plain form to the message box, once the script runs: what stands in the one is kept. */
function useTakingOver(keep: (typed: string) => void) {
  const [ready, setReady] = useState(false)
  const before = useRef<HTMLDivElement>(null)
  const first = useRef(keep)
  useEffect(
    () =>
      // At one stroke: no letter may fall between the two.
      queueMicrotask(() => {
        const typed = before.current?.querySelector("textarea")?.value
        if (typed) first.current(typed)
        flushSync(() => setReady(true))
      }),
    [],
  )
  return { ready, before }
}
