import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { sheetOf } from "@/lib/platform/sheet-export"
import type { SheetType } from "@/lib/platform/sheet-writing"
import { type BrowsedGroup, browseGroups } from "./browsing"
import type { BrowseFilter } from "./inputs"
import { words } from "./words"

export interface GroupExport {
  filter: BrowseFilter
  type: SheetType
  locale: Locale
  timeZone: string
}

/** The list of groups as it is seen: which there are, and nothing that is said in them. */
export function exportGroups(actor: PersonActor, wanted: GroupExport) {
  const { type, filter, locale } = wanted
  const { field, browse } = words[locale]
  const data = { format: type, view: filter.view }
  return sheetOf(
    { type: "group.exported", recordId: actor.personId, data },
    {
      type,
      header: [
        ...[field.name, field.kind, field.about, field.joinRule, field.members],
        ...[browse.sheet.created, browse.sheet.active, browse.sheet.archived],
      ],
      page: (after) => browseGroups(actor, { ...filter, after }),
      cells: async (rows) => rows.map((row) => cellsOf(row, wanted)),
    },
  )
}

function cellsOf(row: BrowsedGroup, { locale, timeZone }: GroupExport): string[] {
  const { kind, joinRule } = words[locale]
  const { lastAt } = row
  const day = (at: Date | null) => (at ? dayIn(timeZone, at) : "")
  return [
    ...[row.name, kind[row.kind], row.about, joinRule[row.joinRule], String(row.members)],
    ...[day(row.createdAt), `${day(lastAt)} ${clockIn(timeZone, lastAt)}`, day(row.archivedAt)],
  ]
}
