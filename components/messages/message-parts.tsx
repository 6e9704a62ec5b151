"use client"

import { reactionSigns } from "@/components/messages/reaction-signs"
import { RecordCard } from "@/components/messages/record-card"
import { useTalkSetting } from "@/components/messages/talk-context"
import { fullTime } from "@/components/messages/talk-times"
import { cx } from "@/components/ui/cx"
import { Faces } from "@/components/ui/face"
import { FileName } from "@/components/ui/file-name"
import { sizeOf } from "@/components/ui/file-size"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Reason } from "@/components/ui/reason"
import type { MessageView } from "@/lib/messages/view"
import type { TalkWords } from "@/lib/messages/words-talk"
import { enumerated } from "@/lib/platform/enumerated"

/** Who was asked for what, each reason on a line of its own; the same reason stands once. */
export function MentionReasons({ message }: { message: MessageView }) {
  const { words } = useTalkSetting()
  const byReason = Map.groupBy(message.mentions, ({ reason }) => reason)
  const several = byReason.size > 1
  return [...byReason].map(([reason, mentions]) => (
    <Reason key={reason} label={words.reason}>
      {several && (
        <span className="mr-1.5 font-semibold text-accent-ink">
          {mentions.map(({ name }) => `@${name || words.everyone}`).join(" ")}
        </span>
      )}
      {reason}
    </Reason>
  ))
}

const named = 3

/** 抄送 林默、周舟: who was told of an urgent message besides those it mentions. */
export function Copied({ names }: { names: readonly string[] }) {
  const { words, locale } = useTalkSetting()
  if (names.length === 0) return null
  const all = enumerated(names, locale)
  return (
    <span
      title={all}
      className="ml-auto truncate text-meta text-ink-3 max-md:ml-0 max-md:basis-full max-md:pr-10"
    >
      {names.length > named
        ? filled(words.copiedMore, {
            names: enumerated(names.slice(0, named), locale),
            count: names.length,
          })
        : filled(words.copied, { names: all })}
    </span>
  )
}

/** Words of somebody from outside are marked wherever they are repeated. */
const shownName = ({ name, outside }: { name: string; outside: boolean }, word: string): string =>
  outside ? filled(word, { name }) : name

export function Quote({ message }: { message: MessageView }) {
  const setting = useTalkSetting()
  const { words } = setting
  if (message.source)
    return (
      <Link
        href={`/groups/${message.source.groupId}?message=${message.source.id}`}
        className="flex items-center gap-1.5 text-meta text-ink-3 hover:text-ink"
      >
        <Icon name="forward" size={12} />
        {filled(words.source, {
          name: shownName(message.source, words.outsider),
          time: fullTime(setting, message.source.at),
        })}
      </Link>
    )
  if (!message.quote) return null
  const name = shownName(message.quote, words.outsider)
  return (
    <Link
      href={`/groups/${message.groupId}?message=${message.quote.id}`}
      className="block max-w-130 truncate border-l-2 border-line pl-2 text-control text-ink-3 hover:text-ink"
    >
      <span className="sr-only">{filled(words.quoted, { name })}</span>
      <span aria-hidden="true">{name}</span> {quotedText(message.quote, words)}
    </Link>
  )
}

const quotedText = ({ gone, text }: NonNullable<MessageView["quote"]>, words: TalkWords) => {
  if (gone) return gone === "moved" ? words.quotedMoved : words.quotedGone
  return text || words.quotedFile
}

const pictures = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"])

export function MessageFiles({ files }: { files: MessageView["files"] }) {
  if (files.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {files.map((file) =>
        pictures.has(file.type) ? (
          <a key={file.id} href={`/files/${file.id}`} target="_blank" rel="noreferrer">
            {/* One height for all: nothing moves when it arrives. */}
            {/* biome-ignore lint/performance/noImgElement: a private file, shown as it is */}
            <img
              src={`/files/${file.id}`}
              alt={file.name}
              loading="lazy"
              className="h-40 max-w-80 rounded-field border border-line bg-sunken object-contain max-md:max-w-full"
            />
          </a>
        ) : (
          <a
            key={file.id}
            href={`/files/${file.id}`}
            className="flex h-11 max-w-[min(20rem,100%)] items-center gap-2 rounded-field border border-line px-3 text-control hover:bg-hover"
          >
            <Icon name="paperclip" className="text-ink-3" />
            <FileName>{file.name}</FileName>
            <span className="shrink-0 text-meta text-ink-3">{sizeOf(file.size)}</span>
          </a>
        ),
      )}
    </div>
  )
}

export function MessageCards({ refs }: { refs: readonly string[] }) {
  return refs.map((ref) => <RecordCard key={ref} reference={ref} />)
}

export function Reactions({
  message,
  onReact,
}: {
  message: MessageView
  onReact: (code: string, on: boolean) => void
}) {
  const { me, words } = useTalkSetting()
  return message.reactions.map(({ code, personIds }) => {
    const own = personIds.includes(me.id)
    const word = reactionWord(words, code)
    const sign = reactionSigns[code]
    return (
      <button
        key={code}
        type="button"
        aria-pressed={own}
        aria-label={`${word} ${personIds.length}`}
        title={word}
        onClick={() => onReact(code, !own)}
        className={cx(
          "one-word inline-flex h-6 items-center gap-1 rounded-full px-2 text-meta hover:bg-hover max-md:h-8",
          own ? "bg-accent-wash text-accent-ink" : "bg-sunken text-ink-2",
        )}
      >
        {sign ? <Icon name={sign} size={14} /> : <span aria-hidden="true">{word}</span>}
        <span aria-hidden="true">{personIds.length}</span>
      </button>
    )
  })
}

/** The word of a reaction, also for one that a later portal brought. */
export const reactionWord = (words: TalkWords, code: string): string =>
  new Map(Object.entries(words.reactions)).get(code) ?? code

export function Replies({ message, onOpen }: { message: MessageView; onOpen: () => void }) {
  const setting = useTalkSetting()
  const { words, locale } = setting
  if (message.replies === 0) return null
  return (
    <button
      type="button"
      onClick={onOpen}
      className="inline-flex h-6 items-center gap-2 text-control hover:underline max-md:h-8"
    >
      <Faces people={message.repliers} locale={locale} />
      <span className="font-semibold text-accent-ink">
        {message.replies === 1
          ? words.thread.oneReply
          : filled(words.thread.replies, { count: message.replies })}
      </span>
      {message.lastReplyAt && (
        <span className="text-meta text-ink-3">
          {filled(words.thread.last, { time: fullTime(setting, message.lastReplyAt) })}
        </span>
      )}
    </button>
  )
}
