import { getTranslations } from "next-intl/server"
import { ReadHere } from "@/components/inbox/read-here"
import { MinutesChanges } from "@/components/meetings/minutes-changes"
import { MinutesEditor } from "@/components/meetings/minutes-editor"
import { MinutesPaper } from "@/components/meetings/minutes-paper"
import { MinutesSheet } from "@/components/meetings/minutes-sheet"
import { MinutesSide } from "@/components/meetings/minutes-side"
import { PrintButton } from "@/components/meetings/print-button"
import { ReadMinutes } from "@/components/meetings/read-minutes"
import { liveWords } from "@/components/shell/frame-sentences"
import { LiveRegion } from "@/components/shell/live-region"
import { ButtonLink, buttonClass } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { numberOf } from "@/lib/meetings/minutes-number"
import type { MinutesPage } from "@/lib/meetings/minutes-page"
import type { MeetingPage } from "@/lib/meetings/page"
import type { PersonActor } from "@/lib/platform/actor"

const mostTopics = 40

/** 会议纪要: the sheet as it was published, or the editor while it is written or corrected. */
export async function MinutesScreen({
  actor,
  page,
  minutes,
  editing,
  comparing,
}: {
  actor: PersonActor
  page: MeetingPage
  minutes: MinutesPage | null
  editing: boolean
  /** What differs from the version before, instead of the whole. */
  comparing: boolean
}) {
  const [t, words] = await Promise.all([getTranslations("meetings.sheet"), liveWords()])
  const { id } = page.meeting
  const tasks = [...(minutes?.states.values() ?? [])].slice(0, mostTopics)
  return (
    <LiveRegion
      topics={[`meeting:${id}`, ...tasks.map(({ taskId }) => `task:${taskId}`)]}
      words={words}
    >
      <ReadHere kind="meeting" id={id} />
      <Path page={page} shown={editing ? null : (minutes?.shown.number ?? null)} />
      {minutes && !editing ? (
        <div className="min-h-0 flex-1 overflow-y-auto bg-paper px-6 pt-6 pb-10 max-md:px-0 max-md:pt-0 xl:flex xl:items-start xl:justify-center xl:gap-8">
          <ReadMinutes id={id} />
          {comparing && minutes.before ? (
            <MinutesChanges meeting={id} minutes={minutes} />
          ) : (
            <>
              <MinutesPaper number={page.meeting.minutesNumber} minutes={minutes} />
              <MinutesSheet actor={actor} minutes={minutes} />
            </>
          )}
          <MinutesSide page={page} minutes={minutes} />
        </div>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto px-8 pt-4 pb-10 max-md:px-4">
          <div className="max-w-220">
            <h1 className="pb-3 text-title">{t("writing", { title: page.meeting.title })}</h1>
            <MinutesEditor actor={actor} page={page} />
          </div>
        </div>
      )}
    </LiveRegion>
  )
}

async function Path({
  page: { meeting, recording, can },
  shown,
}: {
  page: MeetingPage
  /** The version that is read; null while they are written. */
  shown: number | null
}) {
  const t = await getTranslations("meetings")
  const sheet = shown !== null
  return (
    <div className="flex min-h-13 shrink-0 flex-wrap items-center gap-2 border-b border-line px-8 text-control text-ink-2 max-md:px-2 print:hidden">
      <Link href="/minutes" className="flex h-11 items-center gap-1 hover:text-ink">
        <Icon name="chevron-left" className="md:hidden" />
        {t("library")}
      </Link>
      <span className="text-ink-4">/</span>
      <Link href={`/meetings/${meeting.id}`} className="min-w-0 truncate text-ink hover:underline">
        {meeting.title}
      </Link>
      {meeting.minutesNumber !== null && (
        <span className="one-word">{numberOf(meeting.minutesNumber)}</span>
      )}
      <span className="ml-auto flex flex-wrap justify-end gap-2 max-md:pb-2">
        {sheet && recording?.file && (
          <ButtonLink href="#recording" icon="play">
            {t("recording.title")}
          </ButtonLink>
        )}
        {sheet && (
          <a
            href={`/meetings/${meeting.id}/minutes/export?version=${shown}`}
            title={t("sheets.documentNote")}
            download
            data-export
            className={buttonClass({})}
          >
            <Icon name="download" />
            {t("sheets.document")}
          </a>
        )}
        {sheet && <PrintButton word={t("sheet.print")} />}
        {sheet && can.publishMinutes && (
          <ButtonLink
            href={`/meetings/${meeting.id}/minutes?edit=1`}
            icon="pencil"
            data-shortcut="e"
          >
            {t("sheet.edit")}
          </ButtonLink>
        )}
      </span>
    </div>
  )
}
