import type { IconName } from "@/components/ui/icon-names"
import type { Tone } from "@/components/ui/tone"

export type NavItem = {
  href: string
  label: string
  icon: IconName
  count?: number
  /** Something inside can't wait: the count turns cinnabar. */
  urgent?: boolean
  /** Keys that go there: "g t". */
  keys?: string
  /** Where its count is read anew, and the topics that say when. */
  live?: { address: string; topics: readonly string[] }
}
export type NavGroup = { group: string; items: NavItem[] }

export type CreateItem = { href: string; label: string; icon: IconName; keys?: string }

export type PaletteItem = {
  href: string
  icon: IconName
  title: string
  meta?: string
  /** When, in words. */
  at?: string
  state?: { icon: IconName; tone: Tone; label: string }
}
export type PaletteGroup = { heading: string; items: PaletteItem[] }
export type PaletteSearch = (query: string, scope: string) => Promise<PaletteGroup[]>
export type PaletteAction = { href: string; label: string; icon: IconName; keys?: string }

export type PaletteWords = {
  /** {query} stands for what was typed. */
  searchAll: string
  actions: string
  /** Key is handed to `search`; the first is everything. */
  scopes: { key: string; label: string }[]
  scopesLabel: string
  changeScope: string
  choose: string
  open: string
  none: string
  busy: string
  close: string
  /** Prefixes and what they find: @ 员工. */
  hints: string[]
}

export type SheetWords = {
  title: string
  close: string
  filter: string
  none: string
  go: string
  here: string
  show: string
}

export type FrameWords = {
  product: string
  navigation: string
  topBar: string
  content: string
  skip: string
  fold: string
  unfold: string
  menu: string
  search: string
  create: string
  inbox: string
  me: string
  /** The last item of the phone's bar: 我的. */
  mine: string
  settings: string
  signOut: string
  shortcuts: string
  notices: string
  urgent: string
  palette: PaletteWords
  sheet: SheetWords
}
