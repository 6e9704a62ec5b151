import { dayIn } from "@/lib/calendar/zones"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { sheetOf } from "@/lib/platform/sheet-export"
import type { SheetType } from "@/lib/platform/sheet-writing"
import type { InvitationsFilter } from "./inputs"
import { type InvitationListRow, listInvitations } from "./queries"
import { openedPhrase } from "./sentence"
import { words } from "./words"

export interface InvitationExport {
  filter: InvitationsFilter
  type: SheetType
  locale: Locale
  timeZone: string
}

/** The invitations as they are seen, never a link or an address. */
export function exportInvitations(actor: PersonActor, wanted: InvitationExport) {
  const { type, filter, locale } = wanted
  const { column, sheet } = words[locale]
  const data = { format: type, view: filter.view }
  return sheetOf(
    { type: "guest.exported", recordId: actor.personId, data },
    {
      type,
      header: [
        ...[column.guest, sheet.organisation, column.scope, sheet.purpose, column.inviter],
        ...[sheet.invited, column.until, column.devices, column.state],
      ],
      page: (after) => listInvitations(actor, { ...filter, after }),
      cells: async (rows) => rows.map((row) => cellsOf(row, wanted)),
    },
  )
}

function cellsOf(row: InvitationListRow, { locale, timeZone }: InvitationExport): string[] {
  const { hidden, state } = words[locale]
  const opened = row.opened.map((each) => (each.title ? openedPhrase(each, locale) : hidden))
  return [
    ...[row.name, row.organisation, opened.join("\n"), row.purpose, row.inviter],
    dayIn(timeZone, row.createdAt),
    dayIn(timeZone, new Date(row.expiresAt.getTime() - 1)),
    ...[String(row.devices), state[row.state]],
  ]
}
