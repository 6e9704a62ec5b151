"use client"

import { Command } from "cmdk"
import type {
  PaletteAction,
  PaletteGroup,
  PaletteItem,
  PaletteWords,
} from "@/components/shell/frame-words"
import { Icon } from "@/components/ui/icon"
import { Kbd } from "@/components/ui/kbd"
import { Matched } from "@/components/ui/matched"
import { textRuns } from "@/components/ui/pinyin-match"
import { StateChip } from "@/components/ui/state-chip"

export function PaletteGroups({
  groups,
  typed,
  open,
}: {
  groups: PaletteGroup[]
  typed: string
  open: (href: string) => void
}) {
  return groups
    .filter((group) => group.items.length > 0)
    .map((group) => (
      <Command.Group key={group.heading} heading={group.heading}>
        {group.items.map((item) => (
          <PaletteRow key={item.href} item={item} typed={typed} open={open} />
        ))}
      </Command.Group>
    ))
}

/** What can be done, and at the end the search page itself. */
export function PaletteActions({
  actions,
  words,
  typed,
  open,
}: {
  actions: PaletteAction[]
  words: PaletteWords
  typed: string
  open: (href: string) => void
}) {
  const wanted = typed.toLowerCase()
  const fitting: (PaletteItem & { shortcut?: string })[] = actions
    .filter((action) => action.label.toLowerCase().includes(wanted))
    .map((action) => ({ ...action, title: action.label, shortcut: action.keys }))
  if (typed)
    fitting.push({
      href: `/search?q=${encodeURIComponent(typed)}`,
      icon: "search",
      title: words.searchAll.replace("{query}", typed),
    })
  if (fitting.length === 0) return null
  return (
    <Command.Group heading={words.actions}>
      {fitting.map((item) => (
        <PaletteRow key={item.href} item={item} typed="" open={open} />
      ))}
    </Command.Group>
  )
}

function PaletteRow({
  item,
  typed,
  open,
}: {
  item: PaletteItem & { shortcut?: string }
  typed: string
  open: (href: string) => void
}) {
  return (
    <Command.Item
      value={item.href}
      onSelect={() => open(item.href)}
      className="group/row flex h-9 cursor-pointer items-center gap-3 rounded-field px-2.5 text-ui data-[selected=true]:picked max-md:h-12"
    >
      <Icon
        name={item.icon}
        className="text-ink-3 group-data-[selected=true]/row:text-accent-ink"
      />
      <span className="min-w-0 flex-1 truncate">
        <Matched runs={textRuns(item.title, typed)} />
      </span>
      {item.state && (
        <StateChip icon={item.state.icon} tone={item.state.tone}>
          {item.state.label}
        </StateChip>
      )}
      {item.meta && <span className="text-meta whitespace-nowrap text-ink-3">{item.meta}</span>}
      {item.at && <time className="text-meta text-ink-3">{item.at}</time>}
      {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
      <span className="hidden group-data-[selected=true]/row:md:block">
        <Kbd>↵</Kbd>
      </span>
    </Command.Item>
  )
}
