"use client"

import { shortTime } from "@/components/messages/talk-times"
import { useGroupList } from "@/components/messages/use-group-list"
import { filled } from "@/components/ui/filled"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import type { GroupLine } from "@/lib/messages/list"

interface Words {
  groups: string
  allGroups: string
  unread: string
  more: string
  outsider: string
  /** Who said what: 许诺：好的. */
  by: string
  today: string
  yesterday: string
}

/**
 * 群里的新消息 on 工作台: where something unread stands, the newest first, as it comes; muted groups
 * keep quiet.
 */
export function NewInGroups({
  personId,
  first,
  shown,
  reader,
}: {
  personId: number
  first: readonly GroupLine[]
  /** How many there is room for. */
  shown: number
  reader: { locale: "zh" | "en"; timeZone: string; words: Words }
}) {
  const { words } = reader
  const groups = useGroupList(personId, first)
  const unread = groups.filter((group) => group.unread > 0 && !group.muted)
  if (unread.length === 0) return null
  return (
    <Section
      title={words.groups}
      count={unread.length}
      aside={
        <Link href="/groups" className="hover:text-ink hover:underline max-md:py-3">
          {unread.length > shown
            ? filled(words.more, { count: unread.length - shown })
            : words.allGroups}
        </Link>
      }
    >
      {unread.slice(0, shown).map((group) => (
        <div
          key={group.id}
          className="relative grid h-9 grid-cols-[120px_minmax(0,1fr)_minmax(0,160px)_64px] items-center gap-x-4 border-b border-line-soft hover:bg-hover max-md:flex max-md:h-auto max-md:flex-wrap max-md:gap-y-1 max-md:py-2.5"
        >
          <span className="text-meta text-ink-2">
            {filled(words.unread, { count: group.unread })}
          </span>
          <Link
            href={`/groups/${group.id}`}
            className="truncate text-ui after:absolute after:inset-0 max-md:order-first max-md:w-full"
          >
            {said(group, words)}
          </Link>
          <span className="truncate text-right text-control text-ink-3">{group.name}</span>
          <time
            dateTime={group.at}
            className="text-right text-meta text-ink-3 max-md:ml-auto"
            suppressHydrationWarning
          >
            {shortTime(reader, group.at)}
          </time>
        </div>
      ))}
    </Section>
  )
}

function said({ name, last }: GroupLine, { by, outsider }: Words): string {
  if (last?.state !== "said") return name
  const who = last.outside ? filled(outsider, { name: last.author }) : last.author
  return filled(by, { who, text: last.text })
}
