import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { exactTime } from "@/components/tickets/exact-time"
import { TicketChanges } from "@/components/tickets/ticket-changes"
import { TicketClock } from "@/components/tickets/ticket-clock"
import { NamedFace } from "@/components/ui/face"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { PriorityBars } from "@/components/ui/priority-bars"
import { StateChip } from "@/components/ui/state-chip"
import { when } from "@/lib/calendar/when"
import { kindName } from "@/lib/tickets/kinds"
import type { TicketScreenData } from "@/lib/tickets/page"

/** Who, until when, for whom: read rather than filled in. */
export async function TicketFacts({
  page,
  place,
}: {
  page: TicketScreenData
  /** The same stands on the page twice, for wide screens and for narrow ones. */
  place: "wide" | "narrow"
}) {
  const { ticket, owner, author, clientOwner, department, clientSeen, guest } = page
  const [t, states, locale] = await Promise.all([
    getTranslations("tickets"),
    getTranslations("states"),
    getLocale(),
  ])
  return (
    <>
      <FieldRows>
        <FieldRow label={t("field.client")}>
          {clientSeen ? (
            <Link href={`/clients/${ticket.clientId}`} className="link min-w-0 truncate">
              {ticket.client.name}
            </Link>
          ) : (
            <span className="min-w-0 truncate">{ticket.client.name}</span>
          )}
        </FieldRow>
        {ticket.contactName && <FieldRow label={t("field.contact")}>{ticket.contactName}</FieldRow>}
        <FieldRow label={t("page.shownTo")}>
          {guest ? (
            <StateChip icon="globe" tone="outside" fill="wash">
              {guest}
            </StateChip>
          ) : (
            <span className="text-ink-3">{t("page.shownToNobody")}</span>
          )}
        </FieldRow>
        <FieldRow label={t("field.kind")}>{kindName(ticket.kind, locale)}</FieldRow>
        <FieldRow label={t("field.department")}>{department}</FieldRow>
        <FieldRow label={t("field.owner")}>
          {owner ? (
            <NamedFace person={owner} />
          ) : (
            <span className="font-semibold text-support">{t("page.nobody")}</span>
          )}
        </FieldRow>
        <FieldRow label={t("field.priority")}>
          <PriorityBars level={ticket.priority} />
          {states(ticket.priority)}
        </FieldRow>
        <Clocks page={page} />
        {author && author.id !== owner?.id && (
          <FieldRow label={t("field.author")}>
            <NamedFace person={author} />
          </FieldRow>
        )}
        {clientOwner && (
          <FieldRow label={t("page.clientOwner")}>
            <NamedFace person={clientOwner} />
          </FieldRow>
        )}
      </FieldRows>
      {(page.can.pass || page.can.reply) && <TicketChanges page={page} place={place} />}
    </>
  )
}

/** When the first word was due and given, and what was promised. */
async function Clocks({ page: { ticket } }: { page: TicketScreenData }) {
  const [t, clock, times] = await Promise.all([
    getTranslations("tickets"),
    getTranslations("tickets.list.clock"),
    when(),
  ])
  const { answeredAt, answerDueAt, solveDueAt, doneAt } = ticket
  const exact = (at: Date) => exactTime(times, at)
  const late = answeredAt !== null && answeredAt > answerDueAt
  return (
    <>
      <FieldRow label={t("page.answer")}>
        {answeredAt ? (
          <Moment at={answeredAt}>
            {t(late ? "page.answeredLate" : "page.answered", { at: exact(answeredAt) })}
          </Moment>
        ) : (
          <Moment at={answerDueAt}>{t("page.answerDue", { at: exact(answerDueAt) })}</Moment>
        )}
      </FieldRow>
      <FieldRow label={t("field.due")}>
        <Moment at={solveDueAt}>
          <strong>{exact(solveDueAt)}</strong>
        </Moment>
        <TicketClock ticket={ticket} t={clock} now={times.now} />
      </FieldRow>
      {doneAt && (
        <FieldRow label={t("state.done")}>
          <Icon name="state-done" size={14} className="text-done" />
          <Moment at={doneAt}>{exact(doneAt)}</Moment>
        </FieldRow>
      )}
    </>
  )
}

const Moment = ({ at, children }: { at: Date; children: ReactNode }) => (
  <time dateTime={at.toISOString()} className="one-word">
    {children}
  </time>
)
