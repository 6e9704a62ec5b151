import { type SQL, sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import { db, engine } from "@/db/engine"
import { whoToken } from "./search-index"
import { pairsEverywhere } from "./search-pairs"
import { foundWaiting } from "./search-waiting"
import { inPairs, type Phrase } from "./tokens"

/** A search row: `id` is its own number, by which the next page goes on. */
export interface Match {
  id: number
  kind: string
  recordId: number
}

interface Narrower {
  kind?: string | undefined
  /** Only rows older than this one. */
  before?: number | null | undefined
}

/**
 * Search rows that hold every phrase and belong to one of the principals, newest first. The index
 * holds the words and, beside them, who may see the record: both are one query.
 * @param principals `department:3`, `group:7`: at least one
 * @param asked of `phraseQuery`; at least one
 */
export async function matching(
  principals: readonly string[],
  asked: readonly Phrase[],
  { limit, ...narrower }: Narrower & { limit: number },
): Promise<Match[]> {
  const phrases = (await pairsEverywhere()) ? asked.map(inPairs) : asked
  const rows = await engine().rows<{ id: number; kind: string; record_id: number }>(
    db(),
    sql`${lookingFor(principals.map(whoToken), phrases, narrower)} limit ${limit}`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    kind: row.kind,
    recordId: Number(row.record_id),
  }))
}

/** @param place the number that the rows are counted by: the index's own, else all would be sorted */
const and = (place: string, { kind, before }: Narrower): SQL =>
  sql`${kind ? sql`and r.kind = ${kind}` : sql``}
    ${before ? sql`and ${sql.raw(place)} < ${before}` : sql``}`

/** The query for all of them, without a limit. */
export const lookingFor = (who: readonly string[], phrases: readonly Phrase[], by: Narrower): SQL =>
  (onPostgres ? onPostgresIndex : onSqliteIndex)(who, phrases, by)

function onPostgresIndex(who: readonly string[], phrases: readonly Phrase[], by: Narrower): SQL {
  const words = phrases
    .map(({ tokens, prefix }) => tokens.join(" <-> ") + (prefix ? ":*" : ""))
    .join(" & ")
  return sql`select i.id, r.kind, r.record_id from search_rows r join search_index i on i.id = r.id
    where i.tokens @@ to_tsquery('simple', ${words}) and i.who @@ to_tsquery('simple', ${who.join(" | ")})
      ${and("i.id", by)} order by i.id desc`
}

function onSqliteIndex(who: readonly string[], phrases: readonly Phrase[], by: Narrower): SQL {
  const words = phrases
    .map(({ tokens, prefix }) => `"${tokens.join(" ")}"${prefix ? "*" : ""}`)
    .join(" AND ")
  const match = `tokens : (${words}) AND who : (${who.join(" OR ")})`
  // "cross": left to choose, SQLite begins with a million rows of a kind rather than with the few that wait.
  return sql`select search_index.rowid as id, r.kind, r.record_id
      from search_index join search_rows r on r.id = search_index.rowid
      where search_index match ${match} ${and("search_index.rowid", by)}
        and not exists (select 1 from search_waiting w where w.id = search_index.rowid)
    union all
    select w.id, r.kind, r.record_id from search_waiting w cross join search_rows r on r.id = w.id
      where ${foundWaiting(who, phrases)} ${and("w.id", by)}
    order by 1 desc`
}
