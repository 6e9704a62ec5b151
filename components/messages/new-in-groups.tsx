import { getTranslations } from "next-intl/server"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { GroupLine } from "@/lib/messages/list"

const shown = 4

/** 群里的新消息 on 工作台: where something unread stands, the newest first; muted groups keep quiet. */
export async function NewInGroups({ groups }: { groups: readonly GroupLine[] }) {
  const [t, outside, { feed }] = await Promise.all([
    getTranslations("home"),
    getTranslations("guests"),
    when(),
  ])
  const unread = groups.filter((group) => group.unread > 0 && !group.muted)
  if (unread.length === 0) return null
  return (
    <Section
      title={t("groups")}
      count={unread.length}
      aside={<Link href="/groups">{t("allGroups")}</Link>}
    >
      {unread.slice(0, shown).map((group) => (
        <div
          key={group.id}
          className="relative grid h-9 grid-cols-[120px_minmax(0,1fr)_minmax(0,160px)_64px] items-center gap-x-4 border-b border-line-soft hover:bg-hover max-md:flex max-md:h-auto max-md:flex-wrap max-md:gap-y-1 max-md:py-2.5"
        >
          <span className="text-meta text-ink-2">{t("unread", { count: group.unread })}</span>
          <Link
            href={`/groups/${group.id}`}
            className="truncate text-ui after:absolute after:inset-0 max-md:order-first max-md:w-full"
          >
            {said(group, outside("badgeOver"))}
          </Link>
          <span className="truncate text-right text-control text-ink-3">{group.name}</span>
          <time dateTime={group.at} className="text-right text-meta text-ink-3 max-md:ml-auto">
            {feed(new Date(group.at))}
          </time>
        </div>
      ))}
    </Section>
  )
}

function said({ name, last }: GroupLine, outside: string): string {
  if (last?.state !== "said") return name
  return `${last.author}${last.outside ? `（${outside}）` : ""}：${last.text}`
}
