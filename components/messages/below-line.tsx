"use client"

import { useTalkSetting } from "@/components/messages/talk-context"
import type { Typist } from "@/components/messages/talk-frames"
import type { Held } from "@/components/messages/use-delivery"
import { Button } from "@/components/ui/button"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { enumerated } from "@/lib/platform/enumerated"

/** Names that there is room for. */
const named = 3

/** Over the message box: what waits below, who types, that the connection is lost. */
export function BelowLine({
  count,
  away,
  held,
  typists,
  present,
  waiting,
  onNewest,
}: {
  count: number
  away: boolean
  /** Why what was sent hasn't arrived yet. */
  held: Held | null
  typists: readonly Typist[]
  /** Who else has the group before them. */
  present: readonly Typist[]
  /** How many of one's own messages are to be sent here later. */
  waiting: number
  onNewest: () => void
}) {
  const { words, locale } = useTalkSetting()
  const names = typists.slice(0, named)
  const namesOf = (people: readonly Typist[]) =>
    enumerated(
      people.map(({ name }) => name),
      locale,
    )
  return (
    <>
      {(count > 0 || away) && (
        <div className="pointer-events-none relative z-20 h-0">
          <Button
            icon="arrow-down"
            className="pointer-events-auto absolute right-5 bottom-2 bg-raised shadow-raised"
            onClick={onNewest}
          >
            {count > 0 ? filled(words.fresh, { count }) : words.toNewest}
          </Button>
        </div>
      )}
      <div className="flex h-5 shrink-0 items-center gap-2 px-5 text-meta text-ink-3">
        <span role="status" className="flex min-w-0 items-center gap-2 empty:hidden">
          {held && (
            <span className="inline-flex items-center gap-1 text-support">
              <Icon name={held === "offline" ? "wifi-off" : "clock"} size={12} />
              {held === "offline" ? words.pending.waiting : words.pending.busy}
            </span>
          )}
          {names.length > 0 && (
            <span className="truncate">
              {filled(words.write.typing, { names: namesOf(names) })}
            </span>
          )}
        </span>
        {names.length === 0 && present.length > 0 && (
          <span className="truncate">
            {present.length > named
              ? filled(words.write.hereMany, { count: present.length })
              : filled(words.write.here, { names: namesOf(present) })}
          </span>
        )}
        {waiting > 0 && (
          <Link
            href="/groups/scheduled"
            className="one-word ml-auto hover:text-ink hover:underline"
          >
            {filled(words.write.laterWaiting, { count: waiting })}
          </Link>
        )}
      </div>
    </>
  )
}
