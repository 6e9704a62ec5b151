import { getTranslations } from "next-intl/server"
import { GuestFrame } from "@/components/guests/guest-frame"
import { stateLook } from "@/components/shell/state-look"
import { exactTime } from "@/components/tickets/exact-time"
import { ButtonLink } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import type { GuestActor } from "@/lib/platform/actor"
import { type GuestTicket, ticketsOfGuest } from "@/lib/tickets/guest-reading"
import { numberOf } from "@/lib/tickets/numbers"

/** A guest's tickets, the newest first, and the way to a new one. */
export async function GuestTickets({ guest }: { guest: GuestActor }) {
  const [t, rows] = await Promise.all([getTranslations("tickets.g"), ticketsOfGuest(guest)])
  const desks = guest.scopes.filter(({ kind }) => kind === "ticket_desk")
  return (
    <GuestFrame guest={guest}>
      <div className="mt-3 flex items-center gap-3">
        <h1 className="text-title">{t("mine")}</h1>
        {desks.length > 0 && (
          <ButtonLink href="/g/tickets/new" tone="primary" size="m" icon="plus" className="ml-auto">
            {t("new")}
          </ButtonLink>
        )}
      </div>
      {rows.length === 0 ? (
        <div className="mt-6 text-control text-ink-2">
          <p className="font-semibold text-ink">{t("none")}</p>
          <p>{t("noneHint")}</p>
        </div>
      ) : (
        <ul className="mt-4 border-t border-line">
          {rows.map((ticket) => (
            <GuestTicketRow key={ticket.id} ticket={ticket} />
          ))}
        </ul>
      )}
    </GuestFrame>
  )
}

export async function GuestTicketRow({ ticket }: { ticket: GuestTicket }) {
  const [states, times] = await Promise.all([getTranslations("states"), when()])
  const state = `ticket_${ticket.state}` as const
  return (
    <li className="relative flex items-center gap-3 border-b border-line-soft py-3 hover:bg-hover">
      <span className="min-w-0 flex-1">
        <Link
          href={`/g/tickets/${ticket.id}`}
          className="block text-ui font-semibold after:absolute after:inset-0"
        >
          {ticket.title}
        </Link>
        <span className="block text-meta text-ink-2">
          <span className="one-word">{numberOf(ticket.id)}</span> ·{" "}
          <time>{exactTime(times, ticket.createdAt)}</time>
        </span>
      </span>
      <StateChip {...stateLook[state]}>{states(state)}</StateChip>
    </li>
  )
}
