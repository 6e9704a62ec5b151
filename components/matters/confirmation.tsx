import { getTranslations } from "next-intl/server"
import { PartButton } from "@/components/matters/part-button"
import { waitedWords } from "@/components/matters/waited"
import { Icon } from "@/components/ui/icon"
import { when } from "@/lib/calendar/when"
import type { PartOnPage } from "@/lib/matters/page"

/** 部门确认: who agreed and when, or for how long they have been asked, with what one may do. */
export async function Confirmation({ matterId, part }: { matterId: number; part: PartOnPage }) {
  const [t, times] = await Promise.all([getTranslations("matters.page"), when()])
  if (part.confirmedAt)
    return (
      <span className="flex items-center gap-1.5 text-meta whitespace-nowrap text-ink-2">
        <Icon name="check" size={14} className="text-done" label={t("confirmed")} />
        {part.confirmedBy?.name}
        <time dateTime={part.confirmedAt.toISOString()} className="one-word">
          {times.date(part.confirmedAt)} {times.clock(part.confirmedAt)}
        </time>
      </span>
    )
  const waited = await waitedWords(times.now)
  const about = { matterId, departmentId: part.departmentId }
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-meta text-ink-2">
      <span className="flex items-center gap-1.5 whitespace-nowrap">
        <Icon name="state-todo" size={14} className="text-ink-3" />
        {part.owner.name} {t("toConfirm")}
        {" · "}
        {t("waited", { time: waited(part.askedAt) })}
        {part.nudges > 0 &&
          part.nudgedAt &&
          ` · ${t("nudged", { count: part.nudges, at: times.moment(part.nudgedAt) })}`}
      </span>
      {part.can.confirm && (
        <PartButton
          {...about}
          does="confirm"
          label={t("confirmPart", { department: part.name })}
          word={t("confirm")}
        />
      )}
      {part.can.nudge && (
        <PartButton
          {...about}
          does="nudge"
          label={t("nudgeWhom", { name: part.owner.name })}
          word={t("nudge")}
        />
      )}
    </span>
  )
}
