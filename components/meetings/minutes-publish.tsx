import { getTranslations } from "next-intl/server"
import { MinutesCountdown } from "@/components/meetings/minutes-countdown"
import { PublishMinutesForm } from "@/components/meetings/publish-minutes-form"
import { when } from "@/lib/calendar/when"
import type { MeetingPage } from "@/lib/meetings/page"

/** Until when they are due, and 发布; a correction says what it corrects. */
export async function MinutesPublish({ page }: { page: MeetingPage }) {
  const { meeting, resolutions, can } = page
  const [t, times] = await Promise.all([getTranslations("meetings.live"), when()])
  const due = meeting.minutesDueAt
  const open = meeting.state === "ended" && meeting.minutesVersion === 0 && due !== null
  return (
    <span className="ml-auto flex flex-wrap items-center gap-2">
      {open && (
        <MinutesCountdown
          due={+due}
          at={times.clock(due)}
          now={+times.now}
          words={{
            ...{ dueIn: t.raw("dueIn"), late: t.raw("late") },
            ...{ hours: t.raw("hours"), mins: t.raw("mins") },
          }}
        />
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
