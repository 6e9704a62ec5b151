import { getLocale, getTranslations } from "next-intl/server"
import { MinutesChip } from "@/components/meetings/minutes-chip"
import { OriginalText } from "@/components/outward/original-text"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { RuledNote } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { MeetingPage } from "@/lib/meetings/page"

/** What everybody should know about how it came: a draft, short notice, called off, minutes due. */
export async function MeetingNotes({ page }: { page: MeetingPage }) {
  const { meeting, original } = page
  const [t, times] = await Promise.all([getTranslations("meetings.page"), when()])
  const { state, lateReason, cancelReason, minutesVersion, minutesDueAt } = meeting
  return (
    <div className="mt-4 grid gap-3 empty:hidden">
      {state === "draft" && <RuledNote tone="ink">{t("draftNote")}</RuledNote>}
      {state === "draft" && meeting.outsiders.length > 0 && (
        <p className="flex items-center gap-2 text-control text-outside">
          <Icon name="globe" size={14} />
          {t("outsidersRead", { count: meeting.outsiders.length })}
        </p>
      )}
      <OnDayOff page={page} />
      {original !== null && <OriginalText text={original} />}
      {lateReason && <RuledNote>{t("lateReason", { reason: lateReason })}</RuledNote>}
      {state === "cancelled" && (
        <RuledNote tone="cinnabar">{t("cancelledWhy", { reason: cancelReason })}</RuledNote>
      )}
      {state === "ended" && minutesVersion === 0 && minutesDueAt && (
        <p className="flex items-center gap-2 text-control text-ink-2">
          <MinutesChip meeting={meeting} />
          {t("minutesDue", { at: times.moment(minutesDueAt) })}
        </p>
      )}
    </div>
  )
}

/** It lies on a day off, by a change of the calendar too: whoever prepares it may move it. */
async function OnDayOff({ page: { meeting, dayOff, can } }: { page: MeetingPage }) {
  if (!dayOff) return null
  const [t, times, locale] = await Promise.all([
    getTranslations("meetings.page"),
    when(),
    getLocale(),
  ])
  const name = dayOff.name?.[locale] ?? times.weekday(meeting.startAt)
  return (
    <RuledNote>
      {t("dayOff", { day: times.date(meeting.startAt), name })}{" "}
      {can.prepare && (
        <Link href={`/meetings/${meeting.id}/edit`} className="link">
          {t("moveIt")}
        </Link>
      )}
    </RuledNote>
  )
}
