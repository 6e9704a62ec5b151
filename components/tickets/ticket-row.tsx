import type { getTranslations } from "next-intl/server"
import { isState, stateLook } from "@/components/shell/state-look"
import { TicketClock } from "@/components/tickets/ticket-clock"
import { NamedFace } from "@/components/ui/face"
import { ListLink } from "@/components/ui/list-link"
import { PriorityBars } from "@/components/ui/priority-bars"
import { StateChip } from "@/components/ui/state-chip"
import { numberOf } from "@/lib/tickets/numbers"
import type { TicketListRow } from "@/lib/tickets/queries"

type Words<N extends "tickets" | "tickets.list.clock" | "states"> = Awaited<
  ReturnType<typeof getTranslations<N>>
>

export interface RowWords {
  t: Words<"tickets">
  clock: Words<"tickets.list.clock">
  states: Words<"states">
  kind: (row: TicketListRow) => string
  date: (at: Date) => string
  now: Date
}

export const ticketColumns =
  "grid-cols-[14px_minmax(0,1fr)_100px_84px_140px] xl:grid-cols-[14px_112px_minmax(0,1fr)_148px_104px_96px_168px]"

/** One ticket, 52 high; on a phone its lines stand under each other. */
export function TicketRow({ ticket, words }: { ticket: TicketListRow; words: RowWords }) {
  const { t, states } = words
  const state = `ticket_${ticket.state}`
  return (
    <div
      data-row
      className={`${ticketColumns} relative items-center gap-x-3 gap-y-1 border-b border-line-soft px-gutter py-1.5 hover:bg-hover has-[[data-open]:focus-visible]:bg-selected has-[[data-open]:focus-visible]:shadow-[inset_2px_0_0_var(--color-accent)] max-md:flex max-md:flex-wrap max-md:py-2.5 md:grid md:min-h-13`}
    >
      <PriorityBars level={ticket.priority} label={states(ticket.priority)} />
      <span className="one-word text-meta text-ink-2 max-xl:hidden">{numberOf(ticket.id)}</span>
      <span className="min-w-0 max-md:order-first max-md:w-full">
        <ListLink href={`/tickets/${ticket.id}`} className="block max-md:text-field">
          {ticket.title}
        </ListLink>
        <small className="block truncate text-meta text-ink-2" title={ticket.client}>
          <span className="xl:hidden">{numberOf(ticket.id)} · </span>
          {ticket.client}
        </small>
      </span>
      <span className="min-w-0 text-meta text-ink-2 max-xl:hidden">
        <span className="block truncate">{words.kind(ticket)}</span>
        <span className="block truncate text-ink-3">{ticket.department}</span>
      </span>
      <span className="flex">
        {isState(state) && <StateChip {...stateLook[state]}>{states(state)}</StateChip>}
      </span>
      <span className="min-w-0 text-control">
        {ticket.ownerId !== null && ticket.ownerName !== null ? (
          <NamedFace
            person={{ id: ticket.ownerId, name: ticket.ownerName, face: ticket.ownerFace }}
          />
        ) : (
          <span className="font-semibold text-support">{t("list.nobody")}</span>
        )}
      </span>
      <Time ticket={ticket} words={words} />
    </div>
  )
}

function Time({
  ticket,
  words: { t, clock, date, now },
}: {
  ticket: TicketListRow
  words: RowWords
}) {
  const { doneAt, rating } = ticket
  return (
    <span className="flex items-center justify-end gap-2 justify-self-end text-meta whitespace-nowrap text-ink-2 max-md:ml-auto">
      {rating !== null && <span>{t("list.rated", { rating })}</span>}
      {doneAt && <time dateTime={doneAt.toISOString()}>{date(doneAt)}</time>}
      <TicketClock ticket={ticket} t={clock} now={now} />
    </span>
  )
}
