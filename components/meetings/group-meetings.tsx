import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { GroupHead } from "@/components/groups/group-head"
import { InstantButton } from "@/components/meetings/instant-button"
import { addressOf } from "@/components/meetings/meeting-address"
import { MeetingList } from "@/components/meetings/meeting-list"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink } from "@/components/ui/button"
import { SegmentedLinks } from "@/components/ui/segmented"
import { groupPage } from "@/lib/groups/queries"
import type { MeetingFilter } from "@/lib/meetings/inputs"
import { canCreate, canGroup } from "@/lib/meetings/policy"
import type { PersonActor } from "@/lib/platform/actor"

/** 会议 of a group: what it meets for, and meeting at once. */
export async function GroupMeetings({
  actor,
  groupId,
  filter,
}: {
  actor: PersonActor
  groupId: number
  filter: MeetingFilter
}) {
  const [page, t, words] = await Promise.all([
    groupPage(actor, groupId),
    getTranslations("meetings"),
    liveWords(),
  ])
  if (!page || page.group.kind === "direct") notFound()
  const may = page.group.archivedAt === null && canCreate(actor) && canGroup(actor, groupId)
  const views = ["coming", "past"] as const
  return (
    <LiveRegion topics={[`group:${groupId}`, `home:group:${groupId}`]} words={words}>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <GroupHead actor={actor} group={page.group} tab="meetings">
          {may && (
            <>
              <InstantButton
                groupId={groupId}
                title={t("form.instantIn", { group: page.title })}
                word={t("now")}
              />
              <ButtonLink href={`/meetings/new?group=${groupId}`} icon="plus">
                {t("new")}
              </ButtonLink>
            </>
          )}
        </GroupHead>
        <div className="px-gutter pt-3">
          <SegmentedLinks
            label={t("views")}
            current={filter.view}
            options={views.map((value) => ({
              value,
              label: t(`view.${value}`),
              href: addressOf({ group: groupId, view: value }),
            }))}
          />
        </div>
        <MeetingList actor={actor} filter={{ ...filter, group: groupId }} />
      </div>
    </LiveRegion>
  )
}
