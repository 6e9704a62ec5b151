import type { getTranslations } from "next-intl/server"

type Words = Awaited<ReturnType<typeof getTranslations<"tickets">>>

interface Said {
  type: string
  data: Record<string, unknown>
  body?: string | null
}

/** Names that sentences need; the inbox has none, and speaks to its reader instead. */
export interface SentenceNames {
  person: (id: unknown) => string
  department: (id: unknown) => string
  priority: (code: unknown) => string
  moment: (at: unknown) => string
}

type Say = (said: Said, t: Words, names?: SentenceNames) => string

/** What an event of a ticket says, for its page and for the inbox. */
export function ticketSentence(said: Said, t: Words, names?: SentenceNames): string {
  const kind = said.type.slice("ticket.".length)
  const say = sentences.get(kind)
  if (say) return say(said, t, names)
  return isSimple(kind) ? t(`event.${kind}`) : t("event.other")
}

const simples = [
  ...(["started", "replied", "written", "asked", "denied", "reopened", "closed"] as const),
  ...(["shown", "linked", "unlinked", "client_moved", "unanswered", "late"] as const),
]
const isSimple = (kind: string): kind is (typeof simples)[number] =>
  simples.some((simple) => simple === kind)

const whys = ["turn", "taken", "given", "unanswered", "left"] as const
const ends = ["client", "staff", "time"] as const
const change = (value: unknown): { before?: unknown; after?: unknown } => Object(value)

const sentences = new Map<string, Say>([
  ["created", (_, t, names) => t(names ? "event.created" : "event.createdYours")],
  ["commented", ({ body }, t) => body ?? t("event.commented")],
  ["assigned", assigned],
  [
    "rerouted",
    ({ data }, t, names) =>
      names
        ? t("event.rerouted", { department: names.department(change(data.departmentId).after) })
        : t("event.other"),
  ],
  ["solved", ({ data }, t) => t(`event.solved.${ends.find((end) => end === data.by) ?? "staff"}`)],
  ["rated", ({ data }, t) => t("event.rated", { rating: Number(data.rating) })],
  [
    "priority_changed",
    ({ data }, t, names) => {
      const { before, after } = change(data.priority)
      if (!names) return t("event.other")
      return t("event.priority_changed", {
        before: names.priority(before),
        after: names.priority(after),
      })
    },
  ],
  [
    "promised",
    ({ data }, t, names) =>
      names
        ? t("event.promised", { after: names.moment(change(data.due).after) })
        : t("event.other"),
  ],
  ["answer_due", due("answer_due")],
  ["solution_due", due("solution_due")],
])

function due(name: "answer_due" | "solution_due"): Say {
  return ({ data }, t, names) =>
    names ? t(`event.${name}`, { due: names.moment(data.due) }) : t(`event.${name}Yours`)
}

function assigned({ data }: Said, t: Words, names?: SentenceNames): string {
  if (!names) return t("event.assignedYours")
  if (data.ownerId === null) return t("event.assigned.nobody")
  const why = whys.find((one) => one === data.why) ?? "given"
  return t(`event.assigned.${why}`, {
    owner: names.person(data.ownerId),
    before: names.person(data.before),
  })
}
