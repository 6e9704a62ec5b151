import { getLocale, getTranslations } from "next-intl/server"
import { DayLine } from "@/components/home/day-line"
import { MoreLink } from "@/components/home/more-link"
import { iconOf } from "@/components/shell/kind-icon"
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
        <DayLine
          key={bundle.id}
          icon={iconOf(bundle.icon)}
          label={saidOf(bundle.kind, locale)}
          href={bundle.href}
          name={bundle.title}
        >
          <time dateTime={bundle.lastAt.toISOString()}>{times.feed(bundle.lastAt)}</time>
        </DayLine>
      ))}
    </Section>
  )
}
