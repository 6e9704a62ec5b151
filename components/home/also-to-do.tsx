import { getLocale, getTranslations } from "next-intl/server"
import { MoreLink } from "@/components/home/more-link"
import { iconOf } from "@/components/shell/kind-icon"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { InboxBundle } from "@/lib/notifications/queries"
import { saidOf } from "@/lib/platform/said-of"

/** 还要处理: what else waits for this person, one line a record. */
export async function AlsoToDo({ bundles, count }: { bundles: InboxBundle[]; count: number }) {
  const [t, locale, times] = await Promise.all([getTranslations("home"), getLocale(), when()])
  if (bundles.length === 0) return null
  return (
    <Section
      title={t("also")}
      count={count}
      aside={<MoreLink left={count - bundles.length} href="/inbox" all={t("inbox")} />}
    >
      {bundles.map((bundle) => (
        <div
          key={bundle.id}
          className="relative grid h-9 grid-cols-[120px_minmax(0,1fr)_112px] items-center gap-x-4 border-b border-line-soft hover:bg-hover max-md:flex max-md:h-auto max-md:flex-wrap max-md:gap-y-1 max-md:py-2.5"
        >
          <span className="flex items-center gap-1.5 text-meta text-ink-2">
            <Icon name={iconOf(bundle.icon)} size={14} className="text-ink-3" />
            {saidOf(bundle.kind, locale)}
          </span>
          <Link
            href={bundle.href}
            className="truncate text-ui after:absolute after:inset-0 max-md:order-first max-md:w-full"
          >
            {bundle.title}
          </Link>
          <time
            dateTime={bundle.lastAt.toISOString()}
            className="text-right text-meta text-ink-3 max-md:ml-auto"
          >
            {times.feed(bundle.lastAt)}
          </time>
        </div>
      ))}
    </Section>
  )
}
