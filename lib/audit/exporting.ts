import { setImmediate as turn } from "node:timers/promises"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import type { Origin } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { type SheetType, sheetBytes } from "@/lib/platform/sheet-writing"
import { write } from "@/lib/platform/write"
import type { AuditFilter } from "./filter"
import { logId } from "./log"
import { lookedFor } from "./opening"
import { type AuditEvent, pageWithin } from "./queries"
import { scopeOf } from "./scope"
import { surroundingsOf } from "./surroundings"
import { wording } from "./wording"
import { words } from "./words"

export const mostExported = 100_000
/** Rows read and written before everybody else has their turn. */
const atOnce = 250

export interface Export {
  filter: AuditFilter
  type: SheetType
  locale: Locale
  /** Company time with seconds, as the page shows it. */
  moment(at: Date): string
}

/** Says that it is exported, then gives the file piece by piece. */
export async function exportLog(
  actor: PersonActor,
  wanted: Export,
  origin: Origin,
  most = mostExported,
): Promise<AsyncGenerator<Uint8Array>> {
  await write(
    actor,
    async (ctx) =>
      emit(ctx, {
        type: "audit.exported",
        recordId: logId,
        data: { format: wanted.type, ...lookedFor(wanted.filter) },
      }),
    { origin },
  )
  return sheetBytes(wanted.type, batches(actor, wanted, most))
}

async function* batches(actor: PersonActor, wanted: Export, most: number) {
  const { locale } = wanted
  const scope = await scopeOf(wanted.filter)
  yield [header(locale)]
  let before: number | undefined
  for (let left = most; left > 0; ) {
    const { rows, next } = await pageWithin(scope, before, Math.min(atOnce, left))
    yield await cellsOf(actor, rows, wanted)
    left -= rows.length
    if (next === null) return
    before = next
    await turn()
  }
  yield [[words[locale].csv.cut.replace("{most}", most.toLocaleString("en"))]]
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

async function cellsOf(actor: PersonActor, rows: AuditEvent[], { locale, moment }: Export) {
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
