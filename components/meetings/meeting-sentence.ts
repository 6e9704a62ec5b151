import type { getTranslations } from "next-intl/server"

type Words = Awaited<ReturnType<typeof getTranslations<"meetings">>>

interface Said {
  type: string
  data: Record<string, unknown>
  body?: string | null
}

/** What an event of a meeting says, for its page and for the inbox. */
export function meetingSentence({ type, data, body }: Said, t: Words): string {
  const kind = type.slice("meeting.".length)
  if (kind === "commented")
    return body ?? (body === undefined ? t("event.commented") : t("event.commentGone"))
  if (kind === "answered") {
    const { answer } = data
    return isAnswer(answer) ? t(`event.answered_${answer}`) : t("event.other")
  }
  if (kind === "outsider_answered" || kind === "answered_by_link") {
    const { answer, name } = data
    const said = isAnswer(answer) ? t(`answer.${answer}`) : ""
    return t(`event.${kind}`, { name: String(name ?? ""), answer: said })
  }
  if (kind === "day_off") return t("event.day_off", { day: String(data.day ?? "") })
  const stage = data.stage
  if (isStage(stage)) return t(`event.${stage}`)
  return isSimple(kind) ? t(`event.${kind}`) : t("event.other")
}

const answers = ["yes", "no", "maybe"] as const
const isAnswer = (value: unknown): value is (typeof answers)[number] =>
  answers.some((each) => each === value)

const stages = ["minutes_hour", "minutes_quarter", "minutes_late", "minutes_head"] as const
const isStage = (value: unknown): value is (typeof stages)[number] =>
  stages.some((each) => each === value)

const simples = [
  "drafted",
  "edited",
  "published",
  "series_published",
  "series_changed",
  "planned",
  "series_continued",
  "coming",
  "invited",
  "moved",
  "changed",
  "cancelled",
  "reminded",
  "called",
  "started",
  "topic_moved",
  "topic_extended",
  "attended",
  "asked",
  "question_closed",
  "notes_handed",
  "ended",
  "noted",
  "material_added",
  "material_removed",
  "minutes_exported",
  "objected",
  "objection_answered",
  "imported",
  "recording_added",
  "recording_removed",
  "recording_set",
  "minutes_published",
  "minutes_corrected",
  "handed_over",
  "left",
] as const
const isSimple = (value: string): value is (typeof simples)[number] =>
  simples.some((each) => each === value)
