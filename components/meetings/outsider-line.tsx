import { getTranslations } from "next-intl/server"
import type { MeetingPage } from "@/lib/meetings/page"

type Meeting = MeetingPage["meeting"]

/** Somebody of another company: 外部 wherever they stand. Once it is over, whether they came. */
export async function OutsiderLine({
  meeting: { state },
  outsider,
}: {
  meeting: Pick<Meeting, "state">
  outsider: Meeting["outsiders"][number]
}) {
  const t = await getTranslations("meetings")
  const { name, email, answer, answerReason, attendance, absentReason } = outsider
  const ended = state === "ended"
  const standing = ended
    ? attendance && t(`attendance.${attendance}`)
    : state !== "draft" && t(`answer.${answer ?? "none"}`)
  const warns = ended ? attendance === "absent" : answer === "no"
  const reason = (ended && absentReason) || answerReason
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-2 border-b border-line-soft text-control">
      <OutsideFace name={name} size="m" />
      <span className="one-word" title={email}>
        {name}
      </span>
      <span className="rounded-label bg-outside-wash px-1.5 text-meta text-outside">
        {t("page.outside")}
      </span>
      <span className={`ml-auto text-meta ${warns ? "text-support" : "text-ink-2"}`}>
        {standing}
      </span>
      {reason && <span className="w-full pb-1.5 pl-8 text-meta text-ink-2">{reason}</span>}
    </li>
  )
}

export const OutsideFace = ({ name, size = "s" }: { name: string; size?: "s" | "m" }) => (
  <span
    aria-hidden="true"
    className={`grid shrink-0 place-items-center rounded-full bg-outside-wash text-meta text-outside ${size === "m" ? "size-6" : "size-5"}`}
  >
    {[...name][0]}
  </span>
)
