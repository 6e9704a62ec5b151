import { and, asc, eq, gt, lte, or, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { communications } from "@/db/schema/clients"
import { people } from "@/db/schema/people"
import { dayIn } from "@/lib/calendar/zones"
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor"
import type { ExchangedPage, Stretch } from "@/lib/platform/outside"
import { settings } from "@/lib/platform/settings"
import { exchangedFiles } from "./shelf-exchanged"
import { words } from "./words"
import { dossierWords } from "./words-dossier"

const pageSize = 200
const filesFrom = "files:"

/** Records of communication, then files: a cursor of files says so. */
export async function exchangedWithClient(
  db: Db,
  clientId: number,
  stretch: Stretch,
  after: string | undefined,
): Promise<ExchangedPage> {
  if (!after?.startsWith(filesFrom)) {
    const page = await exchangedRecords(db, clientId, stretch, after)
    return { ...page, next: page.next ?? filesFrom }
  }
  const from = after.slice(filesFrom.length) || undefined
  const page = await exchangedFiles(db, clientId, stretch, from)
  return { ...page, next: page.next && filesFrom + page.next }
}

/** Records of communication (T4) that were written or corrected in a stretch of time. */
async function exchangedRecords(
  db: Db,
  clientId: number,
  { from, to }: Stretch,
  after: string | undefined,
): Promise<ExchangedPage> {
  const cursor = decodeCursor(after)
  const rows = await db
    .select({ record: communications, owner: people.name })
    .from(communications)
    .innerJoin(people, eq(people.id, communications.ownerId))
    .where(
      and(
        eq(communications.clientId, clientId),
        or(
          and(gt(communications.createdAt, from), lte(communications.createdAt, to)),
          and(gt(communications.correctedAt, from), lte(communications.correctedAt, to)),
        ),
        cursor ? sql`(${communications.at}, ${communications.id}) > ${placeOf(cursor)}` : undefined,
      ),
    )
    .orderBy(asc(communications.at), asc(communications.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1)?.record : undefined
  const { company } = await settings()
  return {
    rows: shown.map((row) => entryOf(row, company)),
    next: last ? encodeCursor({ key: last.at.getTime(), id: last.id }) : null,
  }
}

const placeOf = ({ key, id }: { key: number; id: number }) =>
  sql`(${communications.at.mapToDriverValue(new Date(key))}, ${id})`

function entryOf(
  { record, owner }: { record: typeof communications.$inferSelect; owner: string },
  { locale, timeZone }: { locale: "zh" | "en"; timeZone: string },
) {
  const { id, at, method, topic, need, response, plan, nextAt, contactName } = record
  const t = dossierWords[locale].column
  const fields = [
    [t.contact, contactName],
    [t.method, words[locale].method[method]],
    [t.response, response],
    [t.plan, plan],
    [t.next, nextAt ? dayIn(timeZone, nextAt) : ""],
  ] as const
  return {
    ...{ at, who: owner, outside: false, title: topic, text: need },
    fields: fields.filter(([, value]) => value !== ""),
    ref: { kind: "communication", id },
  }
}
