"use client"

import { memo, useId, useState } from "react"
import { TimeLeft } from "@/components/messages/awaiting-time"
import { HoverBar, type MessageDeeds } from "@/components/messages/hover-bar"
import { useIsKept } from "@/components/messages/kept-context"
import { MaskedLine } from "@/components/messages/masked-line"
import {
  Copied,
  MentionReasons,
  MessageCards,
  MessageFiles,
  Quote,
  Reactions,
  Replies,
} from "@/components/messages/message-parts"
import { ReceiptButton } from "@/components/messages/receipts"
import { useTalkSetting } from "@/components/messages/talk-context"
import { clockOf, fullTime } from "@/components/messages/talk-times"
import { cx } from "@/components/ui/cx"
import { Face } from "@/components/ui/face"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { StateChip } from "@/components/ui/state-chip"
import type { MessageView } from "@/lib/messages/view"

/** One message: face 32, then head, words, what hangs on them, and a foot with what others did. */
export const MessageRow = memo(function MessageRow({
  message,
  unread,
  deeds,
  marked = false,
  small = false,
}: {
  message: MessageView
  /** How many haven't read it; for one's own. */
  unread: number | undefined
  deeds: MessageDeeds
  /** A link led here. */
  marked?: boolean
  /** In the thread beside the stream. */
  small?: boolean
}) {
  const setting = useTalkSetting()
  const { words } = setting
  const said = useId()
  const [here, setHere] = useState(false)
  if (message.withdrawn || message.note === "moved")
    return (
      <article
        id={`m${message.id}`}
        data-seq={message.seq}
        tabIndex={-1}
        className={cx(
          "py-1.5 text-meta text-ink-3 focus-visible:-outline-offset-2",
          small ? "px-4" : "px-5 pl-16 max-md:pl-15",
        )}
      >
        <p>
          {message.withdrawn
            ? filled(words.withdrawn, { name: message.author.name })
            : words.movedAway}
        </p>
        {/* What others answered is theirs, and stays. */}
        {!small && <Replies message={message} onOpen={() => deeds.openThread(message)} />}
      </article>
    )
  const urgent = message.urgency === "urgent"
  return (
    <article
      id={`m${message.id}`}
      data-seq={message.seq}
      data-message={message.id}
      tabIndex={-1}
      aria-label={`${message.author.name} ${fullTime(setting, message.at)}`}
      aria-describedby={said}
      onFocus={() => setHere(true)}
      onBlur={({ currentTarget, relatedTarget }) => setHere(currentTarget.contains(relatedTarget))}
      className={cx(
        "group/message relative flex gap-3 py-2 hover:bg-hover focus-within:bg-hover focus-visible:-outline-offset-2",
        small ? "px-4" : "px-5 max-md:px-4",
        urgent && !small && "border-t-2 border-cinnabar border-b border-b-line",
        marked && "picked",
      )}
    >
      <Face person={message.author} size={32} />
      <div className="min-w-0 flex-1">
        <Head message={message} deeds={deeds} small={small} />
        <Body message={message} id={said} />
        <Foot {...{ message, unread, deeds, small }} />
      </div>
      <HoverBar message={message} deeds={deeds} small={small} reached={here} />
    </article>
  )
})

function Head({
  message,
  deeds,
  small,
}: {
  message: MessageView
  deeds: MessageDeeds
  small: boolean
}) {
  const setting = useTalkSetting()
  const { words, me } = setting
  const urgent = message.urgency === "urgent"
  const kept = useIsKept(message.id)
  const running = message.clocks.filter(({ open }) => open)
  const own = running.find(({ holderId }) => holderId === me.id) ?? running[0]
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-meta text-ink-3">
      <span className="one-word text-ui font-semibold text-ink">{message.author.name}</span>
      {!small && <span className="truncate max-md:hidden">{message.author.department}</span>}
      {message.guest && <GuestBadge until={message.guest.until} />}
      <time dateTime={message.at} title={fullTime(setting, message.at)}>
        {clockOf(setting, message.at)}
      </time>
      {message.edited && <Edited message={message} deeds={deeds} />}
      {kept && (
        <span title={words.do.kept}>
          <Icon name="bookmark" size={12} label={words.do.kept} />
        </span>
      )}
      {urgent && (
        <StateChip icon="zap" fill="solid">
          {words.urgent}
        </StateChip>
      )}
      {own && (
        <span className="ml-auto">
          <TimeLeft clock={own.running} now={setting.now} words={words.clock} />
        </span>
      )}
      {!own && message.clocks.length > 0 && (
        <span className="ml-auto inline-flex items-center gap-1">
          <Icon name="check" size={12} />
          {words.answered}
        </span>
      )}
    </div>
  )
}

const day = 24 * 3600 * 1000

/** 外部 · 剩 6 天, wherever their name stands. */
function GuestBadge({ until }: { until: string }) {
  const { words, now } = useTalkSetting()
  const days = Math.ceil((Date.parse(until) - now) / day)
  return (
    <StateChip icon="globe" tone="outside" fill="wash">
      {days > 0 ? filled(words.outside, { days }) : words.outsideOver}
    </StateChip>
  )
}

/** 已修改; its author and the group's managers see what it said before (decision 6). */
function Edited({ message, deeds }: { message: MessageView; deeds: MessageDeeds }) {
  const { words, me, manages } = useTalkSetting()
  if (message.author.id !== me.id && !manages) return <span>{words.edited}</span>
  return (
    <button
      type="button"
      aria-label={words.versions.open}
      onClick={() => deeds.versions(message)}
      className="one-word hover:text-ink hover:underline max-md:min-h-8"
    >
      {words.edited}
    </button>
  )
}

function Body({ message, id }: { message: MessageView; id: string }) {
  return (
    <div id={id} className="mt-0.5 flex flex-col gap-1.5">
      <Quote message={message} />
      {message.html && (
        <div
          className={cx("message-text", message.urgency === "urgent" && "font-semibold")}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made by readMarkdown, which knows no HTML
          dangerouslySetInnerHTML={{ __html: message.html }}
        />
      )}
      {message.masked && <MaskedLine message={message} />}
      <MentionReasons message={message} />
      <MessageFiles files={message.files} />
      <MessageCards refs={message.refs} />
    </div>
  )
}

function Foot({
  message,
  unread,
  deeds,
  small,
}: {
  message: MessageView
  unread: number | undefined
  deeds: MessageDeeds
  small: boolean
}) {
  const { me } = useTalkSetting()
  const own = message.author.id === me.id
  const talked = message.reactions.length > 0 || (!small && message.replies > 0)
  if (!talked && !own && message.copied.length === 0) return null
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
      <Reactions message={message} onReact={(code, on) => deeds.react(message, code, on)} />
      {!small && <Replies message={message} onOpen={() => deeds.openThread(message)} />}
      <Copied names={message.copied} />
      {own && unread !== undefined && <ReceiptButton message={message} unread={unread} />}
    </div>
  )
}
