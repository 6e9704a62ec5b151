import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { sheetOf } from "@/lib/platform/sheet-export"
import type { SheetType } from "@/lib/platform/sheet-writing"
import { states } from "@/lib/platform/words"
import type { TicketFilter } from "./inputs"
import { kindName } from "./kinds"
import { numberOf } from "./numbers"
import { listTickets, type TicketListRow } from "./queries"
import { words } from "./words"

export interface TicketExport {
  filter: TicketFilter
  type: SheetType
  locale: Locale
  timeZone: string
}

/** The queue as it is seen; what is said on a ticket stays there. */
export function exportTickets(actor: PersonActor, wanted: TicketExport) {
  const { type, filter, locale } = wanted
  const { field, list } = words[locale]
  const data = { format: type, view: filter.view }
  return sheetOf(
    { type: "ticket.exported", recordId: actor.personId, data },
    {
      type,
      header: [
        ...[field.number, field.title, field.client, field.kind, field.priority, field.state],
        ...[field.department, field.owner, list.sheet.created, list.sheet.answered, field.due],
        ...[list.sheet.done, list.sheet.rating],
      ],
      page: (after) => listTickets(actor, { ...filter, after }),
      cells: async (rows) => rows.map((row) => cellsOf(row, wanted)),
    },
  )
}

function cellsOf(row: TicketListRow, { locale, timeZone }: TicketExport): string[] {
  const { list, state } = words[locale]
  const moment = (at: Date | null) => (at ? `${dayIn(timeZone, at)} ${clockIn(timeZone, at)}` : "")
  return [
    ...[numberOf(row.id), row.title, row.client],
    kindName({ name: row.kindName, nameEn: row.kindNameEn }, locale),
    ...[states[locale][row.priority], state[row.state], row.department],
    row.ownerName ?? list.nobody,
    ...[moment(row.createdAt), moment(row.answeredAt), moment(row.solveDueAt)],
    ...[moment(row.doneAt), row.rating === null ? "" : String(row.rating)],
  ]
}
