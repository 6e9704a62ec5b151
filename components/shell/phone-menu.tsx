import type { FrameWords, NavGroup } from "@/components/shell/frame-words"
import { MeItems } from "@/components/shell/me-menu"
import { NavGroups } from "@/components/shell/sidebar"
import { NamedFace } from "@/components/ui/face"

/** Everything the sidebar holds, for phones; closes itself when a link inside is followed. */
export function PhoneMenu({
  nav,
  me,
  company,
  words,
  settings,
  signOut,
}: {
  nav: NavGroup[]
  me: { id: number; name: string }
  company: string
  words: FrameWords
  settings: string
  signOut: string
}) {
  // The sidebar's links carry the keys already.
  const unkeyed = nav.map((part) => ({
    ...part,
    items: part.items.map((item) => ({ ...item, keys: undefined })),
  }))
  return (
    <section
      id="phone-menu"
      aria-label={words.menu}
      popover="auto"
      className="fixed inset-y-0 left-0 m-0 h-dvh max-h-none w-72 max-w-[85vw] overflow-y-auto border-r border-line bg-paper text-ink shadow-raised backdrop:bg-scrim md:hidden"
    >
      <div className="flex h-12 items-center justify-between gap-3 px-4 text-ui">
        <NamedFace person={me} size={28} />
        <span className="truncate text-meta text-ink-3">{company}</span>
      </div>
      <nav aria-label={words.menu}>
        <NavGroups nav={unkeyed} words={words} />
      </nav>
      <div className="m-2 border-t border-line pt-2">
        <MeItems words={words} settings={settings} signOut={signOut} />
      </div>
    </section>
  )
}
