import type { getTranslations } from "next-intl/server"

type Words = Awaited<ReturnType<typeof getTranslations<"matters">>>

interface Said {
  type: string
  data: Record<string, unknown>
  body?: string | null
}

/** Names that sentences need; the inbox has none, and speaks to its reader instead. */
export interface SentenceNames {
  person: (id: unknown) => string
  department: (id: unknown) => string
  /** Of a sub-task, for who may see it. */
  task: (id: unknown) => string
  date: (at: unknown) => string
}

/** What an event of a matter says, for its page and for the inbox. */
export function matterSentence(said: Said, t: Words, names?: SentenceNames): string {
  const kind = said.type.slice("matter.".length)
  const say = sentences.get(kind)
  if (say) return say(said, t, names)
  return isSimple(kind) ? t(`event.${kind}`) : t("event.other")
}

const simples = ["paused", "started", "completed", "files_added", "file_removed"] as const
const isSimple = (kind: string): kind is (typeof simples)[number] =>
  simples.some((simple) => simple === kind)

type Say = (said: Said, t: Words, names?: SentenceNames) => string

const departmentsIn = ({ data }: Said, t: Words, names: SentenceNames): string => {
  const ids = Array.isArray(data.departmentIds) ? data.departmentIds : [data.departmentId]
  return ids.map(names.department).join(t("event.between"))
}

const sentences = new Map<string, Say>([
  ["created", (_, t, names) => (names ? t("event.created") : t("event.createdAsk"))],
  [
    "asked",
    (said, t, names) =>
      names
        ? t("event.asked", { departments: departmentsIn(said, t, names) })
        : t("event.askedYou"),
  ],
  [
    "nudged",
    (said, t, names) =>
      names
        ? t("event.nudged", { departments: departmentsIn(said, t, names) })
        : t("event.nudgedYou"),
  ],
  [
    "confirmed",
    (said, t, names) =>
      t("event.confirmed", {
        departments: names ? departmentsIn(said, t, names) : t("field.confirmation"),
      }),
  ],
  ["edited", ({ data }, t) => t("event.edited", { fields: changedFields(data, t) })],
  ["postponed", postponed],
  [
    "blocked",
    ({ data }, t, names) =>
      names
        ? t("event.blocked", { person: names.person(data.supportFromId) })
        : t("event.blockedYou"),
  ],
  [
    "commented",
    ({ body }, t) => body ?? (body === undefined ? t("event.commented") : t("event.commentGone")),
  ],
  [
    "task_added",
    ({ data }, t, names) => {
      const task = names?.task(data.taskId)
      return task ? t("event.taskAdded", { task }) : t("event.taskAddedPlain")
    },
  ],
  [
    "task_done",
    ({ data }, t, names) => {
      const task = names?.task(data.taskId)
      return task ? t("event.taskDone", { task }) : t("event.taskDonePlain")
    },
  ],
  [
    "handed_over",
    ({ data }, t, names) => t("event.handedOver", { owner: names?.person(data.ownerId) ?? "" }),
  ],
])

function postponed({ data, body }: Said, t: Words, names?: SentenceNames): string {
  const { before, after }: { before?: unknown; after?: unknown } = Object(data.dueAt)
  const moved = names
    ? t("event.postponed", { before: names.date(before), after: names.date(after) })
    : t("event.postponedPlain")
  return body ? `${moved}${t("between")}${t("event.because", { reason: body })}` : moved
}

const fieldWords = new Map<string, Parameters<Words>[0]>([
  ["ownerId", "field.owner"],
  ["urgency", "field.urgency"],
  ["sensitivityId", "field.sensitivity"],
  ["groupId", "field.group"],
  ["parts", "field.parts"],
  ["description", "field.description"],
  ["goal", "field.goal"],
  ["background", "field.background"],
  ["remark", "field.remark"],
])

function changedFields(data: Record<string, unknown>, t: Words): string {
  const texts = Array.isArray(data.texts) ? data.texts.map(String) : []
  const fields = [...Object.keys(data), ...texts].flatMap((name) => fieldWords.get(name) ?? [])
  return fields.map((field) => t(field)).join(t("event.between"))
}
