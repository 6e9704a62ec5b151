import type { getTranslations } from "next-intl/server"

type Words = Awaited<ReturnType<typeof getTranslations<"tasks">>>

interface Said {
  type: string
  data: Record<string, unknown>
  body?: string | null
}

/** What an event of a task says, for its activity and for the inbox. */
export function taskSentence(
  { type, data, body }: Said,
  t: Words,
  names?: ReadonlyMap<number, string>,
): string {
  if (type === "task.commented")
    return body ?? (body === undefined ? t("event.commented") : t("event.commentGone"))
  if (type === "task.progressed")
    return t("event.progressed", { before: Number(data.before), after: Number(data.after) })
  if (type === "task.assigned") {
    const owner = names?.get(Number(data.ownerId))
    return owner ? t("event.assigned", { owner }) : t("event.assignedYou")
  }
  if (type === "task.handed_over")
    return t("event.handedOver", { owner: names?.get(Number(data.ownerId)) ?? "" })
  if (type === "task.edited") return t("event.edited", { fields: changedFields(data, t) })
  if (type === "task.reminded")
    return t(`event.reminded.${stageIn(data)}`, { days: Number(data.days) })
  if (type === "task.update_asked") return t("event.updateAsked", { tasks: Number(data.tasks) })
  const simple = type.slice("task.".length)
  return isSimple(simple) ? t(`event.${simple}`, figuresIn(data)) : t("event.other")
}

const figuresIn = ({ done, of, fileIds }: Record<string, unknown>) => ({
  done: Number(done),
  of: Number(of),
  count: Array.isArray(fileIds) ? fileIds.length : 0,
})

const stageIn = ({ stage }: Record<string, unknown>) =>
  stage === "soon" || stage === "due" ? stage : "overdue"

const simples = [
  "created",
  "started",
  "paused",
  "needs_support",
  "completed",
  "nudged",
  "nudge_answered",
  "check_added",
  "check_ticked",
  "check_reopened",
  "check_moved",
  "check_removed",
  "files_added",
  "file_removed",
  "linked",
  "unlinked",
  "ready",
  "change_requested",
  "change_agreed",
  "change_declined",
  "support_taken",
  "imported",
  "series_begun",
  "series_changed",
  "series_ended",
  "repeated",
] as const
const isSimple = (type: string): type is (typeof simples)[number] =>
  simples.some((simple) => simple === type)

const fieldWords = new Map<string, Parameters<Words>[0]>([
  ["ownerId", "field.owner"],
  ["dueAt", "field.due"],
  ["startAt", "field.start"],
  ["priority", "field.priority"],
  ["departmentId", "field.home"],
  ["sensitivityId", "field.sensitivity"],
  ["coworkers", "field.coworkers"],
  ["name", "field.name"],
  ["description", "field.description"],
  ["risk", "field.risk"],
  ["riskLevel", "field.riskLevel"],
  ["groupId", "field.group"],
])

function changedFields(data: Record<string, unknown>, t: Words): string {
  const texts = Array.isArray(data.texts) ? data.texts.map(String) : []
  const fields = [...Object.keys(data), ...texts].flatMap((name) => fieldWords.get(name) ?? [])
  return fields.map((field) => t(field)).join(t("event.between"))
}
