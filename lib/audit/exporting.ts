import type { Locale, PersonActor } from "@/lib/platform/actor"
import { mostExported, sheetOf } from "@/lib/platform/sheet-export"
import type { SheetType } from "@/lib/platform/sheet-writing"
import type { AuditFilter } from "./filter"
import { logId } from "./log"
import { lookedFor } from "./opening"
import { type AuditEvent, pageWithin } from "./queries"
import { scopeOf } from "./scope"
import { surroundingsOf } from "./surroundings"
import { wording } from "./wording"
import { words } from "./words"

/** Rows read and written before everybody else has their turn. */
const atOnce = 250

export interface Export {
  filter: AuditFilter
  type: SheetType
  locale: Locale
  /** Company time with seconds, as the page shows it. */
  moment(at: Date): string
}

/** The log as it is filtered. */
export function exportLog(actor: PersonActor, wanted: Export, most = mostExported) {
  const { filter, locale, type } = wanted
  const data = { format: type, ...lookedFor(filter) }
  const scope = scopeOf(filter)
  return sheetOf(
    { type: "audit.exported", recordId: logId, data },
    {
      ...{ type, header: header(locale), most },
      cut: words[locale].csv.cut.replace("{most}", most.toLocaleString("en")),
      page: async (after) => {
        const before = after === undefined ? undefined : Number(after)
        const { rows, next } = await pageWithin(await scope, before, atOnce)
        return { rows, next: next === null ? null : String(next) }
      },
      cells: (rows) => cellsOf(actor, rows, wanted),
    },
  )
}

const header = (locale: Locale): string[] => {
  const say = words[locale]
  return [
    say.fact.id,
    say.time,
    say.person,
    say.action,
    say.csv.action,
    say.object,
    say.csv.changes,
    say.source,
    say.fact.request,
    say.csv.marks,
    say.csv.review,
  ]
}

async function cellsOf(
  actor: PersonActor,
  rows: readonly AuditEvent[],
  { locale, moment }: Export,
) {
  const around = await surroundingsOf(actor, rows, locale)
  const say = wording({ locale, around, moment })
  const changes = (row: AuditEvent) =>
    say
      .changes(row)
      .map(({ field, before, after }) =>
        before ? `${field}: ${before} → ${after}` : `${field}: ${after}`,
      )
  return rows.map((row) => [
    String(row.id),
    moment(row.at),
    say.who(row),
    say.action(row),
    row.type,
    say.object(row),
    changes(row).join("; "),
    say.source(row),
    row.requestId ?? "",
    say.marks(row),
    row.reviewedAt && row.reviewedBy !== null
      ? [around.names.get(row.reviewedBy), moment(row.reviewedAt), row.reviewNote]
          .filter(Boolean)
          .join(" ")
      : "",
  ])
}
