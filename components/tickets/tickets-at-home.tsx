import { getTranslations } from "next-intl/server"
import { GuestTicketRow } from "@/components/tickets/guest-tickets"
import { ButtonLink } from "@/components/ui/button"
import type { GuestActor } from "@/lib/platform/actor"
import { ticketsOfGuest } from "@/lib/tickets/guest-reading"

const most = 5

/** On a guest's first page: their newest tickets, and the way to a new one where they may. */
export async function TicketsAtHome({ guest }: { guest: GuestActor }) {
  if (!guest.scopes.some(({ kind }) => kind === "ticket_desk")) return null
  const [t, rows] = await Promise.all([getTranslations("tickets.g"), ticketsOfGuest(guest)])
  return (
    <section aria-label={t("mine")} className="mt-6">
      <div className="flex items-center gap-3 border-b border-line pb-2">
        <h2 className="text-panel">{t("mine")}</h2>
        <ButtonLink href="/g/tickets/new" tone="primary" size="m" icon="plus" className="ml-auto">
          {t("new")}
        </ButtonLink>
      </div>
      {rows.length === 0 && <p className="py-3 text-control text-ink-2">{t("noneHint")}</p>}
      <ul>
        {rows.slice(0, most).map((ticket) => (
          <GuestTicketRow key={ticket.id} ticket={ticket} />
        ))}
      </ul>
    </section>
  )
}
