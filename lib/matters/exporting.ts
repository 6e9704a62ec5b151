import { inArray } from "drizzle-orm"
import { idsIn } from "@/db/bulk"
import { db } from "@/db/engine"
import { matters } from "@/db/schema/matters"
import { dayIn } from "@/lib/calendar/zones"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"
import { sheetOf } from "@/lib/platform/sheet-export"
import type { SheetType } from "@/lib/platform/sheet-writing"
import { states } from "@/lib/platform/words"
import type { MatterFilter } from "./inputs"
import { numberOf } from "./numbers"
import { type Bounds, listMatters, type MatterListRow } from "./queries"
import { templateHeader } from "./template"

export interface MatterExport {
  filter: MatterFilter
  type: SheetType
  locale: Locale
  timeZone: string
  bounds: Bounds
}

/** The register as it is seen in the columns of template T1. */
export function exportMatters(actor: PersonActor, wanted: MatterExport) {
  const data = { format: wanted.type, view: wanted.filter.view }
  return sheetOf(
    { type: "matter.exported", recordId: actor.personId, data },
    {
      ...{ type: wanted.type, header: templateHeader(wanted.locale) },
      page: (after) => listMatters(actor, { ...wanted.filter, after }, wanted.bounds),
      cells: (rows) => cellsOf(rows, wanted),
    },
  )
}

async function cellsOf(rows: readonly MatterListRow[], { locale, timeZone }: MatterExport) {
  const ids = rows.map(({ id }) => id)
  const texts = await db()
    .select({ id: matters.id, background: matters.background })
    .from(matters)
    .where(inArray(matters.id, idsIn(ids)))
  const backgrounds = new Map(texts.map(({ id, background }) => [id, background]))
  return rows.map((row) => [
    numberOf(row.id),
    row.department,
    enumerated(
      row.parts.map(({ name }) => name),
      locale,
    ),
    [row.description, row.goal, backgrounds.get(row.id)].filter(Boolean).join("\n"),
    states[locale][row.urgency],
    row.ownerName,
    row.dueAt ? dayIn(timeZone, row.dueAt) : "",
    states[locale][row.state],
    [row.remark, row.support].filter(Boolean).join("\n"),
  ])
}
