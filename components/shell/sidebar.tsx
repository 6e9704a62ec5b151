import { FoldButton } from "@/components/shell/fold-button"
import type { FrameWords, NavGroup, NavItem } from "@/components/shell/frame-words"
import { NavMark } from "@/components/shell/nav-mark"
import { Seal } from "@/components/shell/seal"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Still } from "@/components/ui/still"

/** 208 wide, 56 when folded; scrolls on low screens. Phones have the bar and the menu. */
export function Sidebar({
  nav,
  company,
  words,
}: {
  nav: NavGroup[]
  company: string
  words: FrameWords
}) {
  return (
    <nav
      aria-label={words.navigation}
      className="flex w-52 shrink-0 flex-col border-r border-line bg-paper group-data-folded/frame:w-14 max-md:hidden print:hidden"
    >
      <Still className="flex min-h-0 flex-1 flex-col">
        <div className="flex h-12 shrink-0 items-center gap-2 pr-3 pl-4">
          <Seal />
          <span className="text-panel group-data-folded/frame:hidden">{words.product}</span>
          <span className="ml-auto truncate text-meta text-ink-3 group-data-folded/frame:hidden">
            {company}
          </span>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto pb-2">
          <NavGroups nav={nav} words={words} />
        </div>
      </Still>
      <div className="shrink-0 p-1.5">
        <FoldButton fold={words.fold} unfold={words.unfold} />
      </div>
    </nav>
  )
}

export function NavGroups({ nav, words }: { nav: NavGroup[]; words: FrameWords }) {
  return nav.map((part) => (
    <section key={part.group} aria-label={part.group} className="nav-part">
      <p aria-hidden="true">{part.group}</p>
      <ul>
        {part.items.map((item) => (
          <li key={item.href}>
            <SidebarItem item={item} words={words} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function SidebarItem({ item, words }: { item: NavItem; words: FrameWords }) {
  return (
    <Link
      data-here
      href={item.href}
      title={item.label}
      className="nav-item"
      {...(item.keys && {
        "data-shortcut": item.keys,
        "data-shortcut-label": item.label,
        "data-shortcut-group": words.sheet.go,
      })}
    >
      <Icon name={item.icon} className="group-data-folded/frame:icon-18" />
      <span className="truncate group-data-folded/frame:sr-only">{item.label}</span>
      <NavMark
        count={item.count}
        urgent={item.urgent}
        urgentWord={words.urgent}
        live={item.live && item.href}
      />
    </Link>
  )
}
