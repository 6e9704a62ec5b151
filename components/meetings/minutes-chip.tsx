import { getTranslations } from "next-intl/server"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"

/** 待提交, 已超时 or 已发布. Late minutes are filled: somebody has to act. */
export async function MinutesChip({
  meeting: { minutesVersion, minutesDueAt },
}: {
  meeting: { minutesVersion: number; minutesDueAt: Date | null }
}) {
  const [t, times] = await Promise.all([getTranslations("meetings"), when()])
  if (minutesVersion > 0)
    return (
      <StateChip icon="notebook-pen" tone="done">
        {t("page.minutesLink")}
      </StateChip>
    )
  const late = minutesDueAt !== null && minutesDueAt < times.now
  const word = t(`minutesState.${late ? "late" : "due"}`)
  return (
    <StateChip
      icon={late ? "state-late" : "notebook-pen"}
      tone={late ? "cinnabar" : "support"}
      fill="wash"
    >
      {`${t("page.minutesLink")} ${word}`}
    </StateChip>
  )
}
