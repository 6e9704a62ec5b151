import type { ReactNode } from "react"
import { ExportLinks } from "@/components/shell/export-links"
import type { NavGroup } from "@/components/shell/frame-words"
import { LeftPopovers } from "@/components/shell/left-popovers"
import { LiveCounts } from "@/components/shell/live-counts"
import { PhoneBar } from "@/components/shell/phone-bar"
import { PhoneMenu } from "@/components/shell/phone-menu"
import { ShortcutKeys } from "@/components/shell/shortcut-keys"
import { Sidebar } from "@/components/shell/sidebar"
import { SoftLinks } from "@/components/shell/soft-links"
import { TopBar, type TopBarData } from "@/components/shell/topbar"
import { UnreadTitle } from "@/components/shell/unread-title"
import { Still } from "@/components/ui/still"
import { Toaster } from "@/components/ui/toaster"

/**
 * Sidebar 208, top bar 48, content. The content scrolls by itself; a page that holds regions of
 * its own (a list beside a record) gives them `min-h-0 flex-1` and scrolls inside them.
 */
export function Frame({
  nav,
  company,
  folded = false,
  search,
  children,
  ...bar
}: TopBarData & {
  nav: NavGroup[]
  company: string
  /** From the cookie `qibu_sidebar`. */
  folded?: boolean
  search: ReactNode
  children: ReactNode
}) {
  const { words, me, settings, signOut, inbox } = bar
  const live = nav.flatMap((part) => part.items).filter((item) => item.live)
  const unread = Object.fromEntries(
    [inbox, ...live].map(({ href, count = 0 }) => [href, count] as const),
  )
  return (
    <div
      data-frame
      data-folded={folded ? "" : undefined}
      className="group/frame flex h-dvh bg-surface text-ink print:h-auto"
    >
      <a
        href="#content"
        className="absolute z-50 m-2 -translate-y-20 rounded-field bg-raised px-3 py-1.5 text-control shadow-raised focus:translate-y-0"
      >
        {words.skip}
      </a>
      <Sidebar nav={nav} company={company} words={words} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar {...bar} search={search} />
        <main
          id="content"
          tabIndex={-1}
          aria-label={words.content}
          className="flex min-h-0 flex-1 flex-col overflow-y-auto focus-visible:outline-none print:overflow-visible"
        >
          {children}
        </main>
        <Still className="contents">
          <PhoneBar nav={nav} words={words} />
          <PhoneMenu {...{ nav, me, company, words, settings, signOut }} />
        </Still>
      </div>
      <ShortcutKeys words={words.sheet} />
      <SoftLinks />
      <LeftPopovers />
      <ExportLinks />
      <LiveCounts items={live.flatMap(({ href, live }) => (live ? [{ href, ...live }] : []))} />
      <UnreadTitle start={unread} />
      <Toaster label={words.notices} />
    </div>
  )
}
