import { inArray } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { people } from "@/db/schema/people"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { type Organisation, organisation } from "@/lib/platform/organisation"
import { sheetOf } from "@/lib/platform/sheet-export"
import type { SheetType } from "@/lib/platform/sheet-writing"
import { type DirectoryRow, listDirectory } from "./directory"
import type { DirectoryFilter } from "./directory-filter"
import { managersOf } from "./directory-rows"
import { allowedView } from "./directory-scope"
import { maskPhone } from "./masking"
import { words } from "./words"

export interface DirectoryExport {
  filter: DirectoryFilter
  type: SheetType
  locale: Locale
  /** A day of the company's calendar. */
  today: string
}

/**
 * The directory as it is seen. Phone numbers are masked for everybody: the whole of one is asked for
 * on its person's page, each time on record.
 */
export function exportDirectory(
  actor: PersonActor,
  { filter, type, locale, today }: DirectoryExport,
) {
  const { directory, person, profile } = words[locale]
  const view = allowedView(actor, filter.view)
  const data = { format: type, view }
  return sheetOf(
    { type: "person.exported_list", recordId: actor.personId, data },
    {
      type,
      header: [
        ...[profile.staffNo, directory.name, person.department, directory.post],
        ...[person.manager, directory.email, profile.phone, person.hiredOn],
        directory.level,
      ],
      page: async (after) => {
        const now = { org: await organisation(db()), today }
        const from = after === undefined ? undefined : Number(after)
        const { rows, next } = await listDirectory(actor, { ...filter, after: from }, now)
        return { rows, next: next === null ? null : String(next) }
      },
      cells: async (rows) => cellsOf(rows, await organisation(db()), locale),
    },
  )
}

async function cellsOf(rows: readonly DirectoryRow[], org: Organisation, locale: Locale) {
  const ids = rows.map(({ id }) => id)
  const managers = await managersOf(db(), ids)
  const more = await db()
    .select({ id: people.id, staffNo: people.staffNo, phone: people.phone })
    .from(people)
    .where(inArray(people.id, idsIn(ids)))
  const known = new Map(more.map(({ id, ...each }) => [id, each]))
  return rows.map((row) => {
    const { staffNo = "", phone = null } = known.get(row.id) ?? {}
    return [
      ...[staffNo, row.name, org.departments.get(row.departmentId)?.name ?? "", row.post],
      ...[managers.get(row.id)?.name ?? "", row.email, phone ? maskPhone(phone) : ""],
      ...[row.hiredOn ?? "", row.level ? words[locale].profile.levels[row.level] : ""],
    ]
  })
}
