import type { GroupLine } from "@/lib/messages/list"
import type { TalkWords } from "@/lib/messages/words-talk"

const tabs = ["all", "owed", "mentioned", "unread"] as const
export type Tab = (typeof tabs)[number]

/** Which groups stand under a tab. */
export const fits: Record<Tab, (group: GroupLine) => boolean> = {
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

/** 全部 等我回复 @我 未读, each with how many. */
export function GroupListTabs({
  tab,
  onTab,
  groups,
  words,
}: {
  tab: Tab
  onTab: (tab: Tab) => void
  groups: readonly GroupLine[]
  words: TalkWords["list"]
}) {
  return (
    <div
      role="tablist"
      aria-label={words.label}
      className="flex shrink-0 gap-2.5 overflow-x-auto border-b border-line pr-2 pl-4 max-md:gap-4 [scrollbar-width:none]"
    >
      {tabs.map((name) => {
        const count = name === "all" ? 0 : counts[name](groups)
        return (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={tab === name}
            onClick={() => onTab(name)}
            className="one-word -mb-px h-9 border-b-2 border-transparent text-control text-ink-2 aria-selected:border-ink aria-selected:font-semibold aria-selected:text-ink max-md:h-11"
          >
            {words.tabs[name]}{" "}
            {count > 0 && <span className="font-normal">{count > 99 ? "99+" : count}</span>}
          </button>
        )
      })}
    </div>
  )
}
