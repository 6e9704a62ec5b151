import { getLocale, getTranslations } from "next-intl/server"
import { StateChip } from "@/components/ui/state-chip"
import { writtenDay } from "@/lib/calendar/written-day"
import type { LeaveNow } from "@/lib/people/leave-now"

/** 请假至11月28日，代理人周舟. */
export async function AwayChip({ leave }: { leave: LeaveNow }) {
  const [t, locale] = await Promise.all([getTranslations("people.leave"), getLocale()])
  const day = writtenDay(leave.lastDay, locale)
  return (
    <StateChip icon="calendar-clock" tone="support">
      {leave.deputyName ? t("untilDeputy", { day, deputy: leave.deputyName }) : t("until", { day })}
    </StateChip>
  )
}
