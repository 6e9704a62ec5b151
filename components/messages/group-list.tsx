"use client"

import { usePathname } from "next/navigation"
import { useState } from "react"
import { GroupListLine, type ListReader } from "@/components/messages/group-line"
import { fits, GroupListTabs, type Tab } from "@/components/messages/group-list-tabs"
import { useGroupList } from "@/components/messages/use-group-list"
import { cx } from "@/components/ui/cx"
import { IconLink } from "@/components/ui/icon-button"
import type { GroupLine } from "@/lib/messages/list"
import type { TalkWords } from "@/lib/messages/words-talk"

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
  reader: ListReader
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
      <Head words={reader.words} canCreate={canCreate} />
      <GroupListTabs tab={tab} onTab={setTab} groups={groups} words={list} />
      <div className="min-h-0 flex-1 overflow-y-auto pb-4">
        {tab === "all" ? (
          <ByKind groups={shown} here={here} reader={reader} />
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

function Head({ words, canCreate }: { words: TalkWords; canCreate: boolean }) {
  const { list } = words
  return (
    <div className="flex h-13 shrink-0 items-center gap-1 pr-2.5 pl-4">
      <h2 className="text-panel max-md:text-title">{words.stream}</h2>
      <span className="ml-auto" />
      <IconLink
        icon="bookmark"
        label={list.setAside}
        href="/groups/kept"
        className="max-md:size-11"
      />
      <IconLink icon="search" label={list.find} href="/groups/browse" className="max-md:size-11" />
      {canCreate && (
        <IconLink
          icon="square-pen"
          label={list.new}
          href="/groups/new"
          className="max-md:size-11"
        />
      )}
    </div>
  )
}

interface Shown {
  groups: readonly GroupLine[]
  here: number
  reader: ListReader
}

/** All groups, one part for each kind. */
function ByKind({ groups, here, reader }: Shown) {
  const { list } = reader.words
  return (
    <>
      <div className="md:hidden">
        <Part
          title={list.tabs.owed}
          groups={groups.filter(({ owed }) => owed !== null)}
          here={here}
          reader={reader}
          owed
        />
      </div>
      {order.map((kind) => (
        <Part
          key={kind}
          title={list.kinds[kind]}
          groups={groups.filter((group) => partOf(group) === kind)}
          here={here}
          reader={reader}
        />
      ))}
    </>
  )
}

const partOf = ({ pinned, kind }: GroupLine) => (pinned ? "pinned" : kind)

function Part({
  title,
  groups,
  here,
  reader,
  owed = false,
}: Shown & {
  title?: string
  /** On phones what one owes stands first, and only there. */
  owed?: boolean
}) {
  if (groups.length === 0) return null
  const above = Boolean(title) && !owed
  return (
    <section
      aria-label={title}
      className={cx(above && groups.every((group) => group.owed) && "max-md:hidden")}
    >
      {title && <p className="px-4 pt-3 pb-1 text-meta text-ink-3">{title}</p>}
      <ul>
        {groups.map((group) => (
          <li key={group.id} className={cx(above && group.owed && "max-md:hidden")}>
            <GroupListLine group={group} current={group.id === here} reader={reader} owed={owed} />
          </li>
        ))}
      </ul>
    </section>
  )
}
