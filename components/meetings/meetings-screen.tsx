import { getTranslations } from "next-intl/server"
import { ExportMeetings } from "@/components/meetings/export-meetings"
import { addressOf } from "@/components/meetings/meeting-address"
import { MeetingList } from "@/components/meetings/meeting-list"
import { homeTopics } from "@/components/shell/frame-data"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import type { MeetingFilter } from "@/lib/meetings/inputs"
import { canCreate } from "@/lib/meetings/policy"
import type { PersonActor } from "@/lib/platform/actor"

const views = ["coming", "mine", "past", "drafts"] as const

/** On phones the two ways to a meeting stand in one row, without their icons. */
const aloneWide = "max-md:[&>svg]:hidden"

/** 会议: what comes, what was, and one's own drafts. */
export async function MeetingsScreen({
  actor,
  filter,
}: {
  actor: PersonActor
  filter: MeetingFilter
}) {
  const [t, words] = await Promise.all([getTranslations("meetings"), liveWords()])
  const tabs = views.map((view) => ({
    href: addressOf({ view }),
    label: t(`view.${view}`),
    current: view === filter.view,
  }))
  return (
    <LiveRegion topics={[`person:${actor.personId}`, ...homeTopics(actor)]} words={words}>
      <PageHead title={t("title")} tabs={tabs} tabsLabel={t("views")}>
        {/* Lists as files and agendas to keep are work for a desk. */}
        <span className="contents max-md:hidden">
          <ExportMeetings filter={filter} importable={canCreate(actor)} />
        </span>
        {canCreate(actor) && (
          <>
            <ButtonLink
              href="/meetings/templates"
              tone="quiet"
              icon="list-checks"
              className="max-md:hidden"
            >
              {t("template.title")}
            </ButtonLink>
            <ButtonLink href="/meetings/now" icon="zap" className={aloneWide}>
              {t("now")}
            </ButtonLink>
            <ButtonLink href="/meetings/new" tone="primary" icon="plus" className={aloneWide}>
              {t("new")}
            </ButtonLink>
          </>
        )}
      </PageHead>
      <MeetingList actor={actor} filter={filter} />
    </LiveRegion>
  )
}
