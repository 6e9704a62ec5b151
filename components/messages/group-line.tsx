import { groupIcon } from "@/components/groups/group-icon"
import { TimeLeft } from "@/components/messages/awaiting-time"
import { shortTime } from "@/components/messages/talk-times"
import { cx } from "@/components/ui/cx"
import { Face } from "@/components/ui/face"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import type { GroupLine } from "@/lib/messages/list"
import type { TalkWords } from "@/lib/messages/words-talk"

export interface ListReader {
  locale: "zh" | "en"
  timeZone: string
  /** When the page was made, in milliseconds. */
  now: number
  words: TalkWords
}

/** One group in the list: its name, what was said last, and what waits there. */
export function GroupListLine({
  group,
  current,
  reader,
  owed,
}: {
  group: GroupLine
  current: boolean
  reader: ListReader
  owed: boolean
}) {
  const { list } = reader.words
  const loud = group.unread > 0 && !group.muted
  const other = group.kind === "direct" && group.others.length === 1 ? group.others[0] : undefined
  return (
    <Link
      href={`/groups/${group.id}`}
      aria-current={current ? "page" : undefined}
      className={cx(
        "relative flex h-12 items-center gap-3 border-y pr-4 pl-4 hover:bg-hover max-md:h-16",
        current
          ? "border-line bg-surface before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent max-md:bg-selected"
          : "border-transparent",
      )}
    >
      {other ? (
        <Face person={other} size={28} />
      ) : (
        <span className="grid size-7 shrink-0 place-items-center rounded-field bg-sunken text-ink-2">
          <Icon name={groupIcon[group.kind]} size={14} />
        </span>
      )}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span
            className={cx("min-w-0 flex-1 truncate text-ui", (loud || current) && "font-semibold")}
          >
            {group.name}
          </span>
          {owed && group.owed ? (
            <TimeLeft clock={group.owed} now={reader.now} words={reader.words.clock} />
          ) : (
            <time
              dateTime={group.at}
              className="shrink-0 text-meta text-ink-3"
              suppressHydrationWarning
            >
              {shortTime(reader, group.at)}
            </time>
          )}
        </span>
        <span className="flex items-baseline gap-2 text-meta text-ink-3">
          <span className="min-w-0 flex-1 truncate">
            <Preview group={group} words={reader.words} />
          </span>
          <Mark
            group={group}
            reader={reader}
            loud={loud}
            label={filled(list.unreadCount, { count: group.unread })}
          />
        </span>
      </span>
    </Link>
  )
}

function Preview({ group, words }: { group: GroupLine; words: TalkWords }) {
  const { last, draft, kind, others } = group
  if (draft)
    return (
      <>
        <span className="text-accent-ink">[{words.list.draft}]</span> {draft}
      </>
    )
  if (!last) return null
  const text = { said: last.text, withdrawn: words.list.withdrawn, moved: words.list.moved }[
    last.state
  ]
  const who = last.own
    ? words.list.you
    : kind === "direct" && others.length === 1
      ? ""
      : last.outside
        ? filled(words.outsider, { name: last.author })
        : last.author
  return who ? filled(words.list.by, { who, text }) : text
}

/** 紧急 while an urgent answer is owed; else how many wait. */
function Mark({
  group,
  loud,
  label,
  reader,
}: {
  group: GroupLine
  loud: boolean
  label: string
  reader: ListReader
}) {
  const { words } = reader
  if (group.owed?.urgency === "urgent")
    return <span className="one-word shrink-0 font-semibold text-cinnabar-ink">{words.urgent}</span>
  return (
    <>
      {group.owed && <Icon name="timer" size={12} label={words.list.tabs.owed} />}
      {group.muted && <Icon name="bell-off" size={12} label={words.list.muted} />}
      {group.unread > 0 && (
        <span className={cx("shrink-0", loud ? "font-semibold text-ink" : "text-ink-3")}>
          <span aria-hidden="true">{group.unread > 99 ? "99+" : group.unread}</span>
          <span className="sr-only">{label}</span>
        </span>
      )}
    </>
  )
}
