import type { ReactNode } from "react"
import { Bell } from "@/components/shell/bell"
import { CreateMenu } from "@/components/shell/create-menu"
import type { CreateItem, FrameWords } from "@/components/shell/frame-words"
import { MeMenu } from "@/components/shell/me-menu"
import { Seal } from "@/components/shell/seal"
import { Still } from "@/components/ui/still"

export type TopBarData = {
  me: { id: number; name: string }
  words: FrameWords
  create: CreateItem[]
  inbox: { href: string; count: number }
  settings: string
  signOut: string
}

/** 48: search, 新建, bell, me. On phones the seal at the left opens the whole menu. */
export function TopBar({
  search,
  me,
  words,
  create,
  inbox,
  settings,
  signOut,
}: TopBarData & { search: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: this header is the page's banner
    <header
      aria-label={words.topBar}
      className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-gutter max-md:gap-0 max-md:pr-1.5 max-md:group-has-data-pane/frame:hidden print:hidden"
    >
      <button
        type="button"
        popoverTarget="phone-menu"
        aria-label={words.menu}
        className="-ml-2.5 grid size-11 place-items-center md:hidden"
      >
        <Seal />
      </button>
      <div className="max-md:ml-auto">{search}</div>
      <Still className="flex items-center gap-2.5 md:ml-auto max-md:gap-0">
        <CreateMenu label={words.create} items={create} />
        <Bell href={inbox.href} label={words.inbox} count={inbox.count} />
        <MeMenu me={me} words={words} settings={settings} signOut={signOut} />
      </Still>
    </header>
  )
}
