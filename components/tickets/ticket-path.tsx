import { getTranslations } from "next-intl/server"
import { ActForm } from "@/components/tickets/act-form"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import {
  closeTicketAction,
  reopenTicketAction,
  startTicketAction,
  takeTicketAction,
} from "@/lib/tickets/actions"
import { numberOf } from "@/lib/tickets/numbers"
import type { TicketScreenData } from "@/lib/tickets/page"

/** Where one is, and what one may do with the ticket; the likely next deed last. */
export async function TicketPath({ page }: { page: TicketScreenData }) {
  const { ticket, can } = page
  const t = await getTranslations("tickets")
  const hidden = { id: ticket.id }
  const ended = ticket.state === "done" || ticket.state === "closed"
  return (
    <div className="flex min-h-13 shrink-0 flex-wrap items-center gap-2 border-b border-line px-8 text-control text-ink-2 max-md:min-h-12 max-md:px-2 max-md:pb-2 print:hidden">
      <Link href="/tickets" className="flex h-11 items-center gap-1 hover:text-ink">
        <Icon name="chevron-left" className="md:hidden" />
        {t("title")}
      </Link>
      <span className="text-ink-4">/</span>
      <span className="one-word text-ink">{numberOf(ticket.id)}</span>
      <span className="ml-auto flex flex-wrap items-center gap-2">
        <span className="contents max-md:hidden">
          <RareDeeds page={page} />
        </span>
        {can.take && (
          <ActForm {...{ action: takeTicketAction, hidden }} icon="hand" label={t("page.take")} />
        )}
        {can.reply && ticket.state === "new" && (
          <ActForm {...{ action: startTicketAction, hidden }} icon="play" label={t("page.start")} />
        )}
        {can.work && ended && (
          <ActForm
            {...{ action: reopenTicketAction, hidden }}
            icon="rotate-ccw"
            label={t("page.reopen")}
          />
        )}
      </span>
    </div>
  )
}

/** On a phone they stand with the ticket's facts. */
export async function RareDeeds({ page: { ticket, can } }: { page: TicketScreenData }) {
  const t = await getTranslations("tickets.page")
  return (
    <>
      {can.work && ticket.state !== "closed" && (
        <ActForm
          action={closeTicketAction}
          hidden={{ id: ticket.id }}
          tone="quiet"
          label={t("closeIt")}
        />
      )}
      {can.create && (
        <>
          <ButtonLink href={`/matters/new?from=ticket:${ticket.id}`} icon="arrow-left-right">
            {t("matter")}
          </ButtonLink>
          <ButtonLink href={`/tasks/new?from=ticket:${ticket.id}`} icon="circle-check">
            {t("task")}
          </ButtonLink>
        </>
      )}
    </>
  )
}
