import type { FrameWords } from "@/components/shell/frame-words"
import { Face } from "@/components/ui/face"
import { Icon } from "@/components/ui/icon"
import { Kbd } from "@/components/ui/kbd"
import { Link } from "@/components/ui/link"
import { menuItem } from "@/components/ui/menu-look"
import { Popover } from "@/components/ui/popover"

/** Me: settings, the shortcuts, out. Opens without JavaScript; signing out is a plain POST. */
export function MeMenu({
  me,
  words,
  settings,
  signOut,
}: {
  me: { id: number; name: string; face?: number | null }
  words: FrameWords
  settings: string
  /** Where the sign-out form is posted. */
  signOut: string
}) {
  return (
    <>
      <button
        type="button"
        popoverTarget="me-menu"
        aria-label={`${words.me} ${me.name}`}
        title={me.name}
        className="grid rounded-full max-md:hidden"
      >
        <Face person={me} size={28} />
      </button>
      <Popover id="me-menu" label={words.me} place="top-11 right-4">
        <MeItems words={words} settings={settings} signOut={signOut} />
      </Popover>
    </>
  )
}

export function MeItems({
  words,
  settings,
  signOut,
}: {
  words: FrameWords
  settings: string
  signOut: string
}) {
  const item = `${menuItem} hover:bg-hover`
  return (
    <>
      <Link href={settings} className={item}>
        <Icon name="settings" />
        {words.settings}
      </Link>
      <button type="button" data-show-shortcuts className={`${item} needs-script max-md:hidden`}>
        <Icon name="keyboard" />
        <span className="flex-1">{words.shortcuts}</span>
        <Kbd>?</Kbd>
      </button>
      <form action={signOut} method="post" className="mt-1 border-t border-line pt-1">
        <button type="submit" className={item}>
          <Icon name="log-out" />
          {words.signOut}
        </button>
      </form>
    </>
  )
}
