import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { sheetOf } from "@/lib/platform/sheet-export"
import type { TalkExport } from "./exporting"
import { type ClientListRow, listClients } from "./queries"
import { words } from "./words"

/** The list of clients as it is seen: whom one calls by name, never how to reach them. */
export function exportClients(actor: PersonActor, wanted: Omit<TalkExport, "client">) {
  const { type, filter, locale, endOfToday } = wanted
  const { field } = words[locale]
  const data = { format: type, view: filter.view }
  return sheetOf(
    { type: "client.exported_list", recordId: actor.personId, data },
    {
      type,
      header: [
        ...[field.name, field.shortName, field.stage, field.tags, field.region],
        ...[field.department, field.owner, field.contact, field.last, field.next],
      ],
      page: (after) => listClients(actor, { ...filter, after }, endOfToday),
      cells: async (rows) => rows.map((row) => cellsOf(row, wanted)),
    },
  )
}

function cellsOf(row: ClientListRow, { locale, timeZone }: Omit<TalkExport, "client">): string[] {
  const day = (at: Date | null) => (at ? dayIn(timeZone, at) : "")
  return [
    ...[row.name, row.shortName, words[locale].stage[row.stage], row.tags, row.region],
    ...[row.department, row.ownerName],
    row.contact ? [row.contact.name, row.contact.position].filter(Boolean).join(" ") : "",
    ...[day(row.lastContactAt), day(row.nextContactAt)],
  ]
}
