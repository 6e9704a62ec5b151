import { getTranslations } from "next-intl/server"
import { PublishMinutesForm } from "@/components/meetings/publish-minutes-form"
import { ClockChip } from "@/components/ui/clock-chip"
import { when } from "@/lib/calendar/when"
import type { MeetingPage } from "@/lib/meetings/page"

/** Until when they are due, and 发布; a correction says what it corrects. */
export async function MinutesPublish({ page }: { page: MeetingPage }) {
  const { meeting, resolutions, can } = page
  const [t, times] = await Promise.all([getTranslations("meetings.live"), when()])
  const due = meeting.minutesDueAt
  const open = meeting.state === "ended" && meeting.minutesVersion === 0 && due !== null
  const minutes = due ? Math.ceil(Math.abs(+due - +times.now) / 60_000) : 0
  const left =
    minutes >= 60
      ? t("hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
      : t("mins", { minutes })
  const late = due !== null && due < times.now
  return (
    <span className="ml-auto flex flex-wrap items-center gap-2">
      {open && (
        <ClockChip state={late ? "over" : minutes <= 15 ? "urgent" : "calm"}>
          {late ? t("late", { left }) : t("dueIn", { at: times.clock(due), left })}
        </ClockChip>
      )}
      {meeting.minutesVersion > 0 && meeting.minutesChanged && (
        <span className="text-meta text-support">{t("unpublished")}</span>
      )}
      {can.publishMinutes && (
        <PublishMinutesForm
          id={meeting.id}
          number={meeting.minutesVersion}
          disabled={
            meeting.state !== "ended" || (meeting.minutesVersion > 0 && !meeting.minutesChanged)
          }
          words={{
            publish: t(meeting.minutesVersion > 0 ? "correct" : "publish"),
            note: t("correctNote"),
            hint:
              meeting.state === "ended"
                ? t("becomes", { count: resolutions.length })
                : t("publishFirst"),
          }}
        />
      )}
    </span>
  )
}
