"use client"

import { usePathname } from "next/navigation"
import { useState } from "react"
import { groupIcon } from "@/components/groups/group-icon"
import { TimeLeft } from "@/components/messages/awaiting-time"
import { shortTime } from "@/components/messages/talk-times"
import { useGroupList } from "@/components/messages/use-group-list"
import { cx } from "@/components/ui/cx"
import { Face } from "@/components/ui/face"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { IconLink } from "@/components/ui/icon-button"
import { Link } from "@/components/ui/link"
import type { GroupLine } from "@/lib/messages/list"
import type { TalkWords } from "@/lib/messages/words-talk"

interface Reader {
  locale: "zh" | "en"
  timeZone: string
  /** When the page was made, in milliseconds. */
  now: number
  words: TalkWords
}

type Tab = keyof TalkWords["list"]["tabs"]

const fits: Record<Tab, (group: GroupLine) => boolean> = {
  all: () => true,
  owed: ({ owed }) => owed !== null,
  mentioned: ({ mentioned }) => mentioned > 0,
  unread: ({ unread, muted }) => unread > 0 && !muted,
}

const counts: Record<Exclude<Tab, "all">, (groups: readonly GroupLine[]) => number> = {
  owed: (groups) => groups.reduce((sum, { owes }) => sum + owes, 0),
  mentioned: (groups) => groups.reduce((sum, { mentioned }) => sum + mentioned, 0),
  unread: (groups) => groups.reduce((sum, { unread, muted }) => sum + (muted ? 0 : unread), 0),
}

const order = ["pinned", "project", "department", "client", "incident", "direct", "casual"] as const

/** The groups of one person, 256 wide: by kind, the newest first in each. */
export function GroupList({
  personId,
  first,
  reader,
  canCreate,
}: {
  personId: number
  first: readonly GroupLine[]
  reader: Reader
  canCreate: boolean
}) {
  const groups = useGroupList(personId, first)
  const path = usePathname()
  const [tab, setTab] = useState<Tab>("all")
  const { list } = reader.words
  const here = Number(/^\/groups\/(\d+)/.exec(path)?.[1])
  const shown = groups.filter((group) => fits[tab](group))
  return (
    <nav
      aria-label={list.label}
      data-here={here > 0 || path !== "/groups" ? "elsewhere" : "list"}
      className="flex w-64 shrink-0 flex-col border-r border-line bg-paper max-md:w-full max-md:border-r-0 max-md:bg-surface max-md:data-[here=elsewhere]:hidden"
    >
      <div className="flex h-13 shrink-0 items-center gap-1 pr-2.5 pl-4">
        <h2 className="text-panel max-md:text-title">{reader.words.stream}</h2>
        <span className="ml-auto" />
        <IconLink
          icon="search"
          label={list.find}
          href="/groups/browse"
          className="max-md:size-11"
        />
        {canCreate && (
          <IconLink
            icon="square-pen"
            label={list.new}
            href="/groups/new"
            className="max-md:size-11"
          />
        )}
      </div>
      <div
        role="tablist"
        aria-label={list.label}
        className="flex shrink-0 gap-4 border-b border-line px-4"
      >
        {(Object.keys(list.tabs) as Tab[]).map((name) => {
          const count = name === "all" ? 0 : counts[name](groups)
          return (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={tab === name}
              onClick={() => setTab(name)}
              className="one-word -mb-px h-9 border-b-2 border-transparent text-control text-ink-2 aria-selected:border-ink aria-selected:font-semibold aria-selected:text-ink max-md:h-11"
            >
              {list.tabs[name]}{" "}
              {count > 0 && <span className="font-normal">{count > 99 ? "99+" : count}</span>}
            </button>
          )
        })}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto pb-4">
        {tab === "all" && (
          <div className="md:hidden">
            <Part
              title={list.tabs.owed}
              groups={shown.filter(({ owed }) => owed !== null)}
              here={here}
              reader={reader}
              owed
            />
          </div>
        )}
        {tab === "all" ? (
          order.map((kind) => (
            <Part
              key={kind}
              title={list.kinds[kind]}
              groups={shown.filter((group) => partOf(group) === kind)}
              here={here}
              reader={reader}
            />
          ))
        ) : (
          <Part groups={shown} here={here} reader={reader} />
        )}
        {shown.length === 0 && (
          <div className="px-4 py-4">
            <p className="text-ui font-semibold">{tab === "all" ? list.none : list.noneIn[tab]}</p>
            {tab === "all" && <p className="mt-1 text-control text-ink-3">{list.noneHint}</p>}
          </div>
        )}
      </div>
    </nav>
  )
}

const partOf = ({ pinned, kind }: GroupLine) => (pinned ? "pinned" : kind)

function Part({
  title,
  groups,
  here,
  reader,
  owed = false,
}: {
  title?: string
  groups: readonly GroupLine[]
  here: number
  reader: Reader
  /** On phones what one owes stands first, and only there. */
  owed?: boolean
}) {
  if (groups.length === 0) return null
  return (
    <section aria-label={title}>
      {title && <p className="px-4 pt-3 pb-1 text-meta text-ink-3">{title}</p>}
      <ul>
        {groups.map((group) => (
          <li key={group.id} className={cx(title && !owed && group.owed && "max-md:hidden")}>
            <Line group={group} current={group.id === here} reader={reader} owed={owed} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({
  group,
  current,
  reader,
  owed,
}: {
  group: GroupLine
  current: boolean
  reader: Reader
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
        "relative flex h-12 items-center gap-3 border-y border-transparent pr-4 pl-4 hover:bg-hover max-md:h-16",
        current &&
          "border-line bg-surface before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent max-md:bg-selected",
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
      : last.author
  return who ? `${who}：${text}` : text
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
  reader: Reader
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
