import { getTranslations } from "next-intl/server"
import { MoreLink } from "@/components/home/more-link"
import { TicketClock } from "@/components/tickets/ticket-clock"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import { numberOf } from "@/lib/tickets/numbers"
import type { OwedTicket } from "@/lib/tickets/owed"

/** 等我答复的工单: clients who wait for a word, on 工作台. */
export async function OwedTickets({ rows, shown }: { rows: OwedTicket[]; shown: number }) {
  if (rows.length === 0) return null
  const [t, clock, { now }] = await Promise.all([
    getTranslations("tickets.list"),
    getTranslations("tickets.list.clock"),
    when(),
  ])
  const more = <MoreLink left={rows.length - shown} href="/tickets?view=owed" all={t("homeAll")} />
  return (
    <Section title={t("home")} count={rows.length} aside={more}>
      {rows.slice(0, shown).map((row) => (
        <div
          key={row.id}
          className="relative flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line-soft py-1.5 hover:bg-hover"
        >
          <Icon name="ticket" size={14} className="text-ink-3" />
          <span className="min-w-0 flex-1 basis-60">
            <Link
              href={`/tickets/${row.id}`}
              className="block truncate text-ui after:absolute after:inset-0"
            >
              {row.title}
            </Link>
            <span className="block truncate text-meta text-ink-2">
              <span className="one-word">{numberOf(row.id)}</span> · {row.client}
            </span>
          </span>
          <TicketClock ticket={row} t={clock} now={now} />
        </div>
      ))}
    </Section>
  )
}
