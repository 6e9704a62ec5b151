import { and, desc, eq, sql } from "drizzle-orm"
import { db } from "@/db/engine"
import { clients, communications } from "@/db/schema/clients"
import { people } from "@/db/schema/people"
import { clockIn, dayIn } from "@/lib/calendar/zones"
import type { Locale, PersonActor } from "@/lib/platform/actor"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import { organisation } from "@/lib/platform/organisation"
import { sheetOf } from "@/lib/platform/sheet-export"
import type { SheetType } from "@/lib/platform/sheet-writing"
import type { ClientFilter } from "./inputs"
import { scopeOf } from "./scope"
import { templateHeader } from "./template"
import { words } from "./words"

export interface TalkExport {
  filter: ClientFilter
  /** Of one client alone. */
  client?: number
  type: SheetType
  locale: Locale
  timeZone: string
  endOfToday: Date
}

const pageSize = 200

/** The records of the clients as they are filtered, in the columns of T4. */
export function exportTalks(actor: PersonActor, wanted: TalkExport) {
  const data = { format: wanted.type, view: wanted.filter.view }
  return sheetOf(
    { type: "client.exported", recordId: actor.personId, data },
    {
      ...{ type: wanted.type, header: templateHeader(wanted.locale) },
      page: (after) => talksAfter(actor, wanted, after),
      cells: async (rows) => rows.map((row) => cellsOf(row, wanted)),
    },
  )
}

async function talksAfter(actor: PersonActor, wanted: TalkExport, cursor: string | undefined) {
  const org = await organisation(db())
  const after = decodeCursor(cursor)
  const at =
    after && communications.at.mapToDriverValue(new Date(Math.max(0, Math.min(after.key, 8e13))))
  const rows = await db()
    .select({ record: communications, client: clients.name, owner: people.name })
    .from(communications)
    .innerJoin(clients, eq(clients.id, communications.clientId))
    .innerJoin(people, eq(people.id, communications.ownerId))
    .where(
      and(
        scopeOf(org, actor, wanted.filter, wanted.endOfToday),
        wanted.client ? eq(clients.id, wanted.client) : undefined,
        after
          ? sql`(${communications.at}, ${communications.id}) < (${at}, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(communications.at), desc(communications.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1)?.record : undefined
  return { rows: shown, next: last ? encodeCursor({ key: +last.at, id: last.id }) : null }
}

type Row = Awaited<ReturnType<typeof talksAfter>>["rows"][number]

function cellsOf({ record, client, owner }: Row, { locale, timeZone }: TalkExport) {
  const { at, nextAt, contactName, method, topic, need, response, plan } = record
  return [
    ...[client, contactName, `${dayIn(timeZone, at)} ${clockIn(timeZone, at)}`],
    ...[words[locale].method[method], topic, need, response, owner, plan],
    nextAt ? dayIn(timeZone, nextAt) : "",
  ]
}
