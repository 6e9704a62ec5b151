import { getLocale, getTranslations } from "next-intl/server"
import { ActForm } from "@/components/meetings/act-form"
import { CancelForm } from "@/components/meetings/cancel-form"
import { PublishForm } from "@/components/meetings/publish-form"
import { stateLook } from "@/components/shell/state-look"
import { writingHelp } from "@/components/shell/writing-help"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import { textOutside } from "@/lib/meetings/outside-text"
import type { MeetingPage } from "@/lib/meetings/page"
import { stopWords } from "@/lib/outward/words-stop"

/** Where one is, how the meeting stands, and what can be done with it now. */
export async function MeetingPath({ page }: { page: MeetingPage }) {
  const { meeting, can } = page
  const [t, states] = await Promise.all([getTranslations("meetings"), getTranslations("states")])
  const { icon, tone } = stateLook[meeting.state]
  return (
    <div className="flex min-h-13 shrink-0 flex-wrap items-center gap-2 border-b border-line px-8 text-control text-ink-2 max-md:px-2">
      <Link href="/meetings" className="flex h-11 items-center gap-1 hover:text-ink">
        <Icon name="chevron-left" className="md:hidden" />
        {t("title")}
      </Link>
      <span className="text-ink-4">/</span>
      <StateChip icon={icon} tone={tone}>
        {states(meeting.state)}
      </StateChip>
      <span className="ml-auto flex flex-wrap items-center gap-2 py-1.5">
        {can.prepare && <Preparing page={page} />}
        {can.lead && meeting.state === "published" && (
          <ActForm does="start" id={meeting.id} word={t("page.start")} tone="primary" icon="play" />
        )}
        {meeting.state === "ended" && (
          <ButtonLink href={`/meetings/${meeting.id}/minutes`} tone="primary" icon="notebook-pen">
            {meeting.minutesVersion === 0 && can.write
              ? t("page.minutesTitle")
              : t("page.minutesLink")}
          </ButtonLink>
        )}
        <Following page={page} />
      </span>
    </div>
  )
}

async function Preparing({ page: { meeting, noticeUntil, series } }: { page: MeetingPage }) {
  const [t, times] = await Promise.all([getTranslations("meetings"), when()])
  const open = meeting.state === "draft" || meeting.state === "published"
  if (!open) return null
  return (
    <>
      <ButtonLink href={`/meetings/${meeting.id}/edit`} icon="pencil" data-shortcut="e">
        {t("page.edit")}
      </ButtonLink>
      <CancelForm
        id={meeting.id}
        series={series !== null && meeting.state === "published"}
        words={{
          which: t("form.which"),
          one: t("page.cancelOne"),
          following: t("form.whichFollowing"),
          cancel: t("page.cancel"),
          why: t("page.cancelWhy"),
          note: t("page.cancelNote"),
        }}
      />
      {meeting.state === "draft" && <Publish meeting={meeting} late={times.now >= noticeUntil} />}
    </>
  )
}

async function Publish({ meeting, late }: { meeting: MeetingPage["meeting"]; late: boolean }) {
  const [t, locale, help] = await Promise.all([
    getTranslations("meetings"),
    getLocale(),
    writingHelp(),
  ])
  return (
    <PublishForm
      id={meeting.id}
      late={late}
      text={textOutside(meeting, false)}
      outward={{ stop: stopWords[locale], kinds: help.sensitive.kinds }}
      words={{ publish: t("page.publish"), reason: t("form.reason"), hint: t("form.reasonHint") }}
    />
  )
}

async function Following({ page: { meeting, next, can } }: { page: MeetingPage }) {
  const [t, times] = await Promise.all([getTranslations("meetings.page"), when()])
  if (next)
    return (
      <ButtonLink href={`/meetings/${next.id}`} tone="quiet" icon="arrow-right">
        {t("nextIs", { at: times.date(next.startAt) })}
      </ButtonLink>
    )
  if (!can.follow || meeting.state === "draft" || meeting.state === "cancelled") return null
  return (
    <ButtonLink href={`/meetings/new?follows=${meeting.id}`} icon="repeat">
      {t("next")}
    </ButtonLink>
  )
}
