import { type SQL, sql } from "drizzle-orm"
import { onPostgres } from "@/db/columns"
import { whoToken } from "./search-index"
import { pairsEverywhere } from "./search-pairs"
import { inPairs, type Phrase } from "./tokens"

/**
 * Where a search looks, to stand behind `from`: search rows `r` that hold every phrase and belong
 * to one of the principals. The index holds the words and, beside them, who may see the record:
 * both are one query.
 * @param principals `department:3`, `group:7`: at least one
 * @param asked of `phraseQuery`; at least one
 */
export async function matching(
  principals: readonly string[],
  asked: readonly Phrase[],
): Promise<SQL> {
  const who = principals.map(whoToken)
  const phrases = (await pairsEverywhere()) ? asked.map(inPairs) : asked
  if (onPostgres) {
    const words = phrases
      .map(({ tokens, prefix }) => tokens.join(" <-> ") + (prefix ? ":*" : ""))
      .join(" & ")
    return sql`search_rows r join search_index i on i.id = r.id
      where i.tokens @@ to_tsquery('simple', ${words}) and i.who @@ to_tsquery('simple', ${who.join(" | ")})`
  }
  const words = phrases
    .map(({ tokens, prefix }) => `"${tokens.join(" ")}"${prefix ? "*" : ""}`)
    .join(" AND ")
  const match = `tokens : (${words}) AND who : (${who.join(" OR ")})`
  return sql`search_index join search_rows r on r.id = search_index.rowid where search_index match ${match}`
}

/**
 * A search row's number, as the index itself counts: the newest come first by it without all that
 * was found being sorted.
 */
export const placeFound: SQL = sql.raw(onPostgres ? "i.id" : "search_index.rowid")
