import { getTranslations } from "next-intl/server"
import { MinutesChip } from "@/components/meetings/minutes-chip"
import { OriginalText } from "@/components/outward/original-text"
import { Icon } from "@/components/ui/icon"
import { RuledNote } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { MeetingPage } from "@/lib/meetings/page"

/** What everybody should know about how it came: a draft, short notice, called off, minutes due. */
export async function MeetingNotes({ page: { meeting, original } }: { page: MeetingPage }) {
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
