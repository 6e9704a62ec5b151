import { getLocale, getTranslations } from "next-intl/server"
import { isState, stateLook } from "@/components/shell/state-look"
import { NoTickets } from "@/components/tickets/no-tickets"
import { addressOf } from "@/components/tickets/ticket-address"
import { type RowWords, TicketRow, ticketColumns } from "@/components/tickets/ticket-row"
import { KeyFooter } from "@/components/ui/key-footer"
import { Group } from "@/components/ui/list"
import { ListKeys } from "@/components/ui/list-keys"
import { ListPages } from "@/components/ui/list-pages"
import { Still } from "@/components/ui/still"
import { ticketStates } from "@/db/schema/tickets"
import { when } from "@/lib/calendar/when"
import type { PersonActor } from "@/lib/platform/actor"
import type { TicketFilter } from "@/lib/tickets/inputs"
import { kindName } from "@/lib/tickets/kinds"
import { canCreate } from "@/lib/tickets/policy"
import type { TicketListRow } from "@/lib/tickets/queries"

interface Page {
  rows: TicketListRow[]
  next: string | null
}

/** One page of the queue, by state: what nobody has taken up yet comes first. */
export async function TicketList({
  actor,
  filter,
  page,
}: {
  actor: PersonActor
  filter: TicketFilter
  page: Page
}) {
  const t = await getTranslations("tickets.list")
  if (page.rows.length === 0) return <NoTickets filter={filter} mayCreate={canCreate(actor)} />
  return (
    <>
      <Still className="min-h-0 flex-1 overflow-y-auto pb-6 md:overflow-y-auto">
        <Columns />
        <Groups page={page} />
        <ListPages
          after={filter.after}
          next={page.next}
          to={(after) => addressOf({ ...filter, after })}
          more={t("more")}
        />
      </Still>
      <ListKeys group={t("keys.list")} down={t("keys.down")} up={t("keys.up")} />
      <KeyFooter
        keys={[
          { keys: ["J", "K"], word: t("keys.move") },
          { keys: ["↵"], word: t("keys.open") },
          { keys: ["?"], word: t("keys.all") },
        ]}
      />
    </>
  )
}

async function rowWords(): Promise<RowWords> {
  const [t, clock, states, times, locale] = await Promise.all([
    getTranslations("tickets"),
    getTranslations("tickets.list.clock"),
    getTranslations("states"),
    when(),
    getLocale(),
  ])
  const kind = ({ kindName: name, kindNameEn: nameEn }: TicketListRow) =>
    kindName({ name, nameEn }, locale)
  return { t, clock, states, kind, date: times.feed, now: times.now }
}

async function Columns() {
  const t = await getTranslations("tickets")
  return (
    <div
      className={`${ticketColumns} grid h-7 items-center gap-x-3 px-gutter text-meta whitespace-nowrap text-ink-3 max-md:hidden`}
    >
      <span />
      <span className="max-xl:hidden">{t("field.number")}</span>
      <span>{t("list.column.ticket")}</span>
      <span className="max-xl:hidden">{t("field.kind")}</span>
      <span>{t("field.state")}</span>
      <span>{t("list.column.owner")}</span>
      <span className="justify-self-end">{t("list.column.time")}</span>
    </div>
  )
}

async function Groups({ page }: { page: Page }) {
  const [t, words] = await Promise.all([getTranslations("tickets.list.group"), rowWords()])
  const groups = Map.groupBy(page.rows, ({ state }) => state)
  const last = page.next === null ? undefined : page.rows.at(-1)?.state
  return ticketStates.map((state) => {
    const rows = groups.get(state)
    const look = `ticket_${state}`
    if (!rows || !isState(look)) return null
    const { icon, tone } = stateLook[look]
    return (
      <Group
        key={state}
        {...{ icon, tone }}
        title={t(state)}
        count={last === state ? `${rows.length}+` : rows.length}
      >
        {rows.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} words={words} />
        ))}
      </Group>
    )
  })
}
