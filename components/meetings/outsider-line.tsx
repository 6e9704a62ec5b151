import { getTranslations } from "next-intl/server"
import type { MeetingPage } from "@/lib/meetings/page"

type Meeting = MeetingPage["meeting"]

/** Somebody of another company: 外部 wherever they stand. */
export async function OutsiderLine({
  meeting,
  outsider,
}: {
  meeting: Pick<Meeting, "state">
  outsider: Meeting["outsiders"][number]
}) {
  const t = await getTranslations("meetings")
  const { name, email, answer, answerReason } = outsider
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-2 border-b border-line-soft text-control">
      <span
        aria-hidden="true"
        className="grid size-6 shrink-0 place-items-center rounded-full bg-outside-wash text-meta text-outside"
      >
        {[...name][0]}
      </span>
      <span className="one-word" title={email}>
        {name}
      </span>
      <span className="rounded-label bg-outside-wash px-1.5 text-meta text-outside">
        {t("page.outside")}
      </span>
      <span className={`ml-auto text-meta ${answer === "no" ? "text-support" : "text-ink-2"}`}>
        {meeting.state !== "draft" && t(`answer.${answer ?? "none"}`)}
      </span>
      {answerReason && (
        <span className="w-full pb-1.5 pl-8 text-meta text-ink-2">{answerReason}</span>
      )}
    </li>
  )
}
