import type { getTranslations } from "next-intl/server"

type Words = Awaited<ReturnType<typeof getTranslations<"clients">>>

interface Said {
  type: string
  data: Record<string, unknown>
  body?: string | null
}

/** Names that sentences need; the inbox has none, and speaks to its reader instead. */
export interface SentenceNames {
  person: (id: unknown) => string
  date: (at: unknown) => string
}

type Say = (said: Said, t: Words, names?: SentenceNames) => string

/** What an event of a client says, for its page and for the inbox. */
export function clientSentence(said: Said, t: Words, names?: SentenceNames): string {
  const kind = said.type.slice("client.".length)
  const say = sentences.get(kind)
  if (say) return say(said, t, names)
  return isSimple(kind) ? t(`event.${kind}`) : t("event.other")
}

const simples = [
  ...(["archived", "unarchived", "contact_added", "contact_edited", "contact_removed"] as const),
  ...(["communication_edited", "followed_up", "handover_confirmed"] as const),
  ...(["handover_declined", "handover_withdrawn", "files_added", "file_removed"] as const),
  ...(["group_linked", "group_unlinked"] as const),
]
const isSimple = (kind: string): kind is (typeof simples)[number] =>
  simples.some((simple) => simple === kind)

const stages = ["prospect", "talks", "active", "paused", "ended"] as const
const stageWord = (code: unknown, t: Words): string => {
  const stage = stages.find((one) => one === code)
  return stage ? t(`stage.${stage}`) : ""
}

const sentences = new Map<string, Say>([
  ["created", (_, t, names) => t(names ? "event.created" : "event.createdYours")],
  ["edited", edited],
  [
    "commented",
    ({ body }, t) => body ?? (body === undefined ? t("event.commented") : t("event.commentGone")),
  ],
  [
    "contacted",
    ({ data }, t, names) => t(!names && data.nextAt ? "event.contactedYours" : "event.contacted"),
  ],
  [
    "follow_up_due",
    ({ data }, t) =>
      Number(data.days) > 0 ? t("event.dueLate", { days: Number(data.days) }) : t("event.dueToday"),
  ],
  ["follow_up_moved", moved],
  [
    "follow_up_passed",
    ({ data }, t, names) =>
      t("event.follow_up_passed", { owner: names?.person(data.ownerId) ?? "" }),
  ],
  [
    "handover_asked",
    ({ data }, t, names) =>
      names
        ? t("event.handover_asked", { to: names.person(data.toId) })
        : t("event.handover_askedCount", { count: Number(data.count) }),
  ],
  [
    "handed_over",
    ({ data }, t, names) =>
      names
        ? t("event.handed_over", {
            before: names.person(data.before),
            owner: names.person(data.ownerId),
          })
        : t("event.handed_overPlain"),
  ],
])

function moved({ data }: Said, t: Words, names?: SentenceNames): string {
  if (!names) return t("event.follow_up_movedPlain")
  const { before, after }: { before?: unknown; after?: unknown } = Object(data.nextAt)
  return t("event.follow_up_moved", { before: names.date(before), after: names.date(after) })
}

const fields = ["name", "shortName", "creditCode", "tags", "region", "address", "remark"] as const

function edited({ data }: Said, t: Words): string {
  const texts = Array.isArray(data.texts) ? data.texts : []
  const changed = [
    ...fields.filter((field) => texts.includes(field)).map((field) => t(`field.${field}`)),
    ...(data.departmentId ? [t("field.department")] : []),
  ]
  const { before, after }: { before?: unknown; after?: unknown } = Object(data.stage)
  const stage = data.stage
    ? [t("event.editedStage", { before: stageWord(before, t), after: stageWord(after, t) })]
    : []
  const named =
    changed.length > 0 ? [t("event.edited", { fields: changed.join(t("event.field")) })] : []
  return [...stage, ...named].join(t("event.between")) || t("event.other")
}
