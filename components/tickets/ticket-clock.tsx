import type { getTranslations } from "next-intl/server"
import { spanOf } from "@/components/tickets/time-left"
import { ClockChip } from "@/components/ui/clock-chip"

type Words = Awaited<ReturnType<typeof getTranslations<"tickets.list.clock">>>

interface Due {
  state: "new" | "doing" | "waiting" | "done" | "closed"
  answeredAt: Date | null
  answerDueAt: Date
  solveDueAt: Date
}

/** Less than this is spoken of as urgent. */
const soon = 30 * 60_000

/** What runs out next: the first answer, then the solution; nothing while the client is asked. */
export function TicketClock({ ticket, t, now }: { ticket: Due; t: Words; now: Date }) {
  if (ticket.state !== "new" && ticket.state !== "doing") return null
  const answers = ticket.answeredAt === null
  const left = (answers ? ticket.answerDueAt : ticket.solveDueAt).getTime() - now.getTime()
  const time = spanOf(left, {
    days: (count) => t("days", { count }),
    hours: (count) => t("hours", { count }),
    minutes: (count) => t("minutes", { count }),
  })
  const late = left <= 0
  const word = answers ? (late ? "answerLate" : "answer") : late ? "solveLate" : "solve"
  return (
    <ClockChip state={late ? "over" : left < soon ? "urgent" : "calm"}>
      {t(word, { time })}
    </ClockChip>
  )
}
