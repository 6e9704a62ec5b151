import type { ReactNode } from "react"
import type { InboxItem } from "@/lib/notifications/items"
import type { PersonActor } from "@/lib/platform/actor"

/** How a record stands beside a list that isn't its own. */
export interface PaneWay {
  close: { href: string; label: string }
  /** Buttons before those of the record itself. */
  actions?: ReactNode
  /** The field for a reply takes the focus. */
  reply?: boolean
}

/** What the inbox shows of one kind of record: the screen's half of the kind's manifest. */
export interface RecordScreen {
  /** The record in its pane, null when it isn't the reader's to see; a kind without has its page. */
  pane?(actor: PersonActor, id: number, way: PaneWay): Promise<ReactNode>
  /** What it is called, where that depends on the reader's language. */
  title?(): Promise<string>
  /** What one event of it says, in the reader's language. */
  sentence(item: InboxItem): Promise<string>
}
